import type { IncomingMessage, ServerResponse } from 'node:http';
import { setSecurityHeaders } from '@/lib/http/answer-headers';
import { sendProblem } from '@/lib/http/problem';
import { countRequest, type DoorName } from '@/lib/services/metrics/counters';
import { clientAddress, isTrustedProxy, parseRanges } from './client-address';
import { dropForeignHeaders } from './foreign-headers';
import { errorFacts } from './logger';
import { servePage } from './serve-page';
import { servePlain } from './serve-plain';
import type { Handler, ServerOptions, ServerState } from './server-options';
import { stripSession } from './strip-session';

const requestIdPattern = /^[A-Za-z0-9._-]{8,64}$/;

/** One of the machine doors, by what its addresses begin with. */
interface Lane {
  prefix: string;
  name: DoorName;
  /** Answers of these are short; those of the others may be streams, which a stop has to end. */
  isShort: boolean;
  /**
   * Thousands of its requests a second are usual, and whoever sends them writes a log line of each: what it lets through
   * has one here at the level debug only.
   */
  isHot: boolean;
}

/** What the doors answer; /api/auth is a page's. The busiest come first. */
const lanes: readonly Lane[] = [
  { prefix: '/authz/', name: 'gateway', isShort: true, isHot: true },
  { prefix: '/oauth/introspect', name: 'introspection', isShort: true, isHot: true },
  { prefix: '/1.0/', name: 'virtuozzo', isShort: true, isHot: false },
  { prefix: '/verifier/', name: 'verifier', isShort: false, isHot: false },
  { prefix: '/oauth/', name: 'oauth', isShort: false, isHot: false },
  { prefix: '/api/v1/', name: 'api', isShort: false, isHot: false },
  { prefix: '/api/http/', name: 'codecanvas', isShort: false, isHot: false },
  { prefix: '/openapi.json', name: 'api', isShort: false, isHot: false },
  { prefix: '/.well-known/oauth-', name: 'oauth', isShort: false, isHot: false },
];
const feedLane: Lane = { prefix: '/feed', name: 'verifier', isShort: false, isHot: false };

/**
 * The first thing every request meets. It settles once, for the doors and for the pages: request id, client address,
 * headers that strangers may not send, security headers, the log line; then it hands over.
 */
export function createFront(options: ServerOptions, state: ServerState): Handler {
  const { access } = options.logger;
  const isDetailed = access.isLevelEnabled('debug');
  const trusted = parseRanges(options.trustedProxies);
  const isHttps = options.publicUrl.startsWith('https:');
  const { hotDoors } = options;

  return (request, response) => {
    const startedAt = performance.now();
    const path = pathOf(request.url);
    const lane = laneOf(path, request);
    const isProxied = isTrustedProxy(request.socket.remoteAddress, trusted);
    const address = clientAddress(
      request.socket.remoteAddress,
      trusted.length === 0 ? undefined : single(request.headers['x-forwarded-for']),
      trusted,
    );
    const id = requestIdOf(request, isProxied);
    const tell = () => {
      const { statusCode: status } = response;
      countRequest(lane?.name ?? 'pages', status);
      if (lane?.isHot === true && status < 300 && !isDetailed) return;
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      access.info({ id, method: request.method, path, status, ms, address });
    };
    const goOn = (same: IncomingMessage) => {
      dropForeignHeaders(same);
      same.headers['x-request-id'] = id;
      same.headers['x-client-address'] = address;
      response.on('finish', tell);
      return handOver(same, response, path, lane, id);
    };
    if (lane?.isHot === true && hotDoors !== undefined) {
      const facts = { id, address, answered: tell, goOn };
      if (hotDoors(lane.name, request, response, facts)) return undefined;
    }
    return goOn(request);
  };

  async function handOver(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    lane: Lane | undefined,
    requestId: string,
  ): Promise<void> {
    try {
      // The doors write their headers, the same ones and their own, in one call.
      if (lane !== undefined) {
        if (!lane.isShort) track(response);
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
  }

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

/** The door of an address; undefined for the pages. A browser's feed comes with its cookie and is a page's. */
function laneOf(path: string, { headers }: IncomingMessage): Lane | undefined {
  for (const lane of lanes) if (path.startsWith(lane.prefix)) return lane;
  return path === '/feed' && headers.authorization !== undefined ? feedLane : undefined;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

// Numbers of one process, told apart from those of another by where they begin. Nobody need be unable to guess one.
const processName = crypto.randomUUID().replaceAll('-', '').slice(0, 16);
let lastNumber = 0;

function requestIdOf(request: IncomingMessage, isProxied: boolean): string {
  const given = isProxied ? request.headers['x-request-id'] : undefined;
  if (typeof given === 'string' && requestIdPattern.test(given)) return given;
  lastNumber += 1;
  return `${processName}-${lastNumber.toString(36)}`;
}

/** The path without the query: the only part of an address that is ever logged (API-3). */
function pathOf(url = '/'): string {
  const mark = url.indexOf('?');
  return (mark === -1 ? url : url.slice(0, mark)).slice(0, 512);
}
