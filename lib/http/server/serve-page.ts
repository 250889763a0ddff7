import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendProblem } from '@/lib/http/problem';
import { pagePolicy } from './content-security-policy';
import { isOwnOrigin } from './origin-check';
import { pageBodyLimit } from './page-body-limit';
import { guardPageHeaders } from './page-headers';
import { readBody } from './read-body';
import { replayRequest } from './replay-request';
import type { ServerOptions } from './server-options';

const pageMethods = 'GET, HEAD, POST';

/** Hands a request to Next, after everything that Next would let through has been refused (WEB-2, WEB-4, WEB-10, WEB-11). */
export async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  options: ServerOptions,
): Promise<void> {
  const refusal = refusalOf(request, path, options);
  if (refusal !== null) {
    sendProblem(response, refusal);
    return;
  }
  const elsewhere = publicAddressOf(request, options);
  if (elsewhere !== null) {
    response.statusCode = 307;
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Location', elsewhere);
    response.end();
    return;
  }
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = pagePolicy(nonce, options.isDevelopment);
  request.headers['x-nonce'] = nonce;
  // A layout cannot see its own address; it needs it to lead back after the sign-in.
  request.headers['x-page-path'] = request.url ?? '/';
  request.headers['content-security-policy'] = policy;
  guardPageHeaders(response, path, policy, !options.isDevelopment);
  if (request.method === 'GET' || request.method === 'HEAD') return options.pages(request, response);

  const limit = await pageBodyLimit(request, path, options);
  const body = await readBody(request, limit.bytes, limit.timeoutMilliseconds);
  if (body.outcome === 'read') return options.pages(replayRequest(request, body.bytes), response);
  if (body.outcome === 'too_large') {
    sendProblem(response, { status: 413, title: 'Too large', detail: limit.sentence });
  } else if (body.outcome === 'too_slow') {
    sendProblem(response, { status: 408, title: 'Too slow', detail: 'The request took too long to arrive.' });
  } else {
    response.destroy();
  }
}

function refusalOf(request: IncomingMessage, path: string, options: ServerOptions) {
  const method = request.method ?? '';
  if (!pageMethods.split(', ').includes(method)) {
    return { status: 405, title: 'Method not allowed', detail: `Use ${pageMethods}.`, allow: pageMethods };
  }
  if (path.startsWith('/_next/image'))
    return { status: 404, title: 'Not found', detail: 'There is nothing here.' };
  if (method === 'POST' && !isOwnOrigin(request, options.publicUrl)) {
    const detail = `Changes are accepted from the pages of ${options.publicUrl} only.`;
    return { status: 403, title: 'Foreign origin', detail };
  }
  return null;
}

const loopbackHost = /^(?:127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/**
 * Where PUBLIC_URL was not given, a browser that came by another loopback name is sent to the public one, so that its
 * cookies and its origin are those the desk expects. The target is always on the public origin.
 */
function publicAddressOf(request: IncomingMessage, options: ServerOptions): string | null {
  const isDocument = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  if (options.isPublicUrlGiven || !isDocument || !loopbackHost.test(request.headers.host ?? '')) return null;
  return options.publicUrl + (request.url?.startsWith('/') === true ? request.url : '/');
}
