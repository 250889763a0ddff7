import type { IncomingMessage, ServerResponse } from 'node:http';
import { setSecurityHeaders } from '@/lib/http/answer-headers';
import { sendProblem } from '@/lib/http/problem';
import { clientAddress, isTrustedProxy, parseRanges } from './client-address';
import { dropForeignHeaders } from './foreign-headers';
import { errorFacts } from './logger';
import { servePage } from './serve-page';
import { servePlain } from './serve-plain';
import type { Handler, ServerOptions, ServerState } from './server-options';
import { stripSession } from './strip-session';

const requestIdPattern = /^[A-Za-z0-9._-]{8,64}$/;
const doorPrefix = '/1.0/';
/** What else the doors answer; /api/auth is a page's. */
const restPrefixes = [
  '/api/v1/',
  '/api/http/',
  '/oauth/',
  '/authz/',
  '/verifier/',
  '/openapi.json',
  '/.well-known/oauth-',
];

/**
 * The first thing every request meets. It settles once, for the doors and for the pages: request id, client address,
 * headers that strangers may not send, security headers, the log line; then it hands over.
 */
export function createFront(options: ServerOptions, state: ServerState): Handler {
  const { access } = options.logger;
  const trusted = parseRanges(options.trustedProxies);
  const isHttps = options.publicUrl.startsWith('https:');

  return async (request, response) => {
    const startedAt = performance.now();
    const isProxied = isTrustedProxy(request.socket.remoteAddress, trusted);
    const address = clientAddress(
      request.socket.remoteAddress,
      single(request.headers['x-forwarded-for']),
      trusted,
    );
    const requestId = requestIdOf(request, isProxied);
    const path = pathOf(request.url);
    dropForeignHeaders(request);
    request.headers['x-request-id'] = requestId;
    request.headers['x-client-address'] = address;
    response.on('finish', () => {
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      access.info({ id: requestId, method: request.method, path, status: response.statusCode, ms, address });
    });
    try {
      // The doors write their headers, the same ones and their own, in one call.
      if (path.startsWith(doorPrefix)) return await options.doors(request, response);
      if (restPrefixes.some((prefix) => path.startsWith(prefix)) || isMachineFeed(path, request)) {
        track(response);
        return await options.doors(request, response);
      }
      setSecurityHeaders(response, isHttps);
      response.setHeader('X-Request-Id', requestId);
      request.url = stripSession(request.url ?? '/');
      if (!(await servePlain(request, response, path, options, state)))
        await serveTracked(request, response, path);
    } catch (error) {
      options.logger.main.error({ id: requestId, path, error: errorFacts(error) }, 'a request failed');
      if (!response.headersSent) setSecurityHeaders(response, isHttps);
      sendProblem(response, {
        status: 500,
        title: 'Internal error',
        detail: 'The desk could not answer. The log says why.',
      });
    }
  };

  async function serveTracked(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    track(response);
    await servePage(request, response, path, options);
  }

  /** What may never end by itself is ended when the server stops. */
  function track(response: ServerResponse): void {
    state.openResponses.add(response);
    response.on('close', () => state.openResponses.delete(response));
  }
}

/** A browser's feed comes with its cookie and is a page's; a machine's with a credential of its own. */
function isMachineFeed(path: string, { headers }: IncomingMessage): boolean {
  return path === '/feed' && headers.authorization !== undefined;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

function requestIdOf(request: IncomingMessage, isProxied: boolean): string {
  const given = isProxied ? request.headers['x-request-id'] : undefined;
  return typeof given === 'string' && requestIdPattern.test(given) ? given : crypto.randomUUID();
}

/** The path without the query: the only part of an address that is ever logged (API-3). */
function pathOf(url = '/'): string {
  const mark = url.indexOf('?');
  return (mark === -1 ? url : url.slice(0, mark)).slice(0, 512);
}
