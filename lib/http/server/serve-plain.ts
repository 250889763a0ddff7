import type { IncomingMessage, ServerResponse } from 'node:http';
import { sandboxPolicy } from '@/lib/http/answer-headers';
import { sendProblem } from '@/lib/http/problem';
import { readBody } from './read-body';
import type { ServerOptions, ServerState } from './server-options';

const reportLimitBytes = 8_192;

/** Serves what needs neither a door nor Next: probes, the report address of the policy and the old name of the icon. False when it is none of them. */
export async function servePlain(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  options: ServerOptions,
  state: ServerState,
): Promise<boolean> {
  if (path === '/favicon.ico') {
    // Browsers ask for it where a document names no icon, and while a page is replaced by the next one.
    response.writeHead(302, { Location: '/icon.svg' }).end();
    return true;
  }
  if (path !== '/healthz' && path !== '/readyz' && path !== '/csp-report') return false;
  response.setHeader('Content-Security-Policy', sandboxPolicy);
  response.setHeader('Cache-Control', 'private, no-store');
  const allow = path === '/csp-report' ? 'POST' : 'GET, HEAD';
  if (!allow.split(', ').includes(request.method ?? '')) {
    sendProblem(response, { status: 405, title: 'Method not allowed', detail: `Use ${allow}.`, allow });
  } else if (path === '/csp-report') {
    await takeReport(request, response, options);
  } else if (path === '/readyz') {
    sendText(response, state.isAccepting && (await options.checkReady()) ? 'ready' : 'not ready');
  } else {
    sendText(response, 'ok');
  }
  return true;
}

function sendText(response: ServerResponse, text: 'ok' | 'ready' | 'not ready'): void {
  response.statusCode = text === 'not ready' ? 503 : 200;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(response.req.method === 'HEAD' ? undefined : `${text}\n`);
}

/** Logs which directive was violated by what, in bounded, single-line pieces; addresses lose their query. */
async function takeReport(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
): Promise<void> {
  const body = await readBody(request, reportLimitBytes, options.bodyTimeoutMilliseconds);
  if (body.outcome !== 'read') {
    sendProblem(response, { status: 413, title: 'Too large', detail: 'A report has at most 8 KB.' });
    return;
  }
  const report = parseReport(body.bytes.toString('utf8'));
  options.logger.main.warn(
    { id: request.headers['x-request-id'], ...report },
    'content security policy violated',
  );
  response.statusCode = 204;
  response.end();
}

function parseReport(text: string): { directive: string; blocked: string; page: string } {
  const piece = (report: object, key: string) => {
    const value: unknown = Reflect.get(report, key);
    return typeof value === 'string'
      ? value
          .split(/[?#]/, 1)
          .join('')
          .replace(/[^ -~]/g, '')
          .slice(0, 200)
      : '';
  };
  try {
    const parsed: unknown = JSON.parse(text);
    const inner: unknown =
      typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'csp-report') : null;
    const report = typeof inner === 'object' && inner !== null ? inner : {};
    return {
      directive: piece(report, 'effective-directive') || piece(report, 'violated-directive'),
      blocked: piece(report, 'blocked-uri'),
      page: piece(report, 'document-uri'),
    };
  } catch {
    return { directive: '', blocked: 'unreadable report', page: '' };
  }
}
