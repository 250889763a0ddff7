import type { IncomingMessage, ServerResponse } from 'node:http';
import { Hono } from 'hono';
import { authenticate } from '@/lib/auth/authenticate';
import { requestFacts } from '@/lib/auth/request-call';
import type { CredentialKind } from '@/lib/domain/api/api-operation';
import { DeskError } from '@/lib/domain/errors';
import { rateFields } from '@/lib/domain/rate-limit';
import { machineHeaders } from '@/lib/http/answer-headers';
import type { Doors } from '@/lib/http/doors';
import { admitAddress, admitCall } from '@/lib/services/access/admit-request';
import { reportFault } from '@/lib/services/audit/report-fault';
import { pathMatcher, type PathMatcher } from './match-path';
import { parsePart, readIdempotencyKey, readIfMatch, readQuery } from './read-parts';
import { readRequestBody, type BodyManner } from './read-request-body';
import { headersOf, statusOf, type Refusal } from './refusal';
import type { Asker, RestReply, RestRoute } from './rest-route';
import { sendReply } from './send-reply';

/** How an API speaks: what its prefix is, how it takes bodies, and how it tells a refusal. */
export interface RestManner {
  /** Everything under these is this door's, and unknown paths there are refused in its words. */
  prefixes: readonly string[];
  bodies: BodyManner;
  /** The body of a refusal with this status. */
  refusalBody: (refusal: Refusal, status: number) => unknown;
  /** Where an API's contract has another status than the usual one. */
  refusalStatus?: (refusal: Refusal) => number | undefined;
  refusalMediaType?: string;
}

/** What the operator may set of every door of this kind. */
export interface RestSettings {
  isHttps: boolean;
  bodyTimeoutMilliseconds: number;
}

interface KnownRoute extends RestRoute {
  match: PathMatcher;
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}

const answered = new Response(null);

/** An API made of routes: it matches, authenticates, parses by the operation's schemas, answers, and refuses in its manner. */
export function restDoor(routes: readonly RestRoute[], manner: RestManner, settings: RestSettings): Doors {
  const known = routes.map((each): KnownRoute => ({ ...each, match: pathMatcher(each.operation.path) }));
  const headers = machineHeaders(settings.isHttps);
  const door: Doors = new Hono();
  const handle = async ({
    env: { incoming, outgoing },
  }: {
    env: { incoming: IncomingMessage; outgoing: ServerResponse };
  }) => {
    const abort = new AbortController();
    outgoing.once('close', () => abort.abort());
    const { reply, mediaType } = await answerOrRefuse(incoming, known, manner, settings, abort.signal);
    await sendReply(outgoing, reply, headers, mediaType, abort.signal);
    return answered;
  };
  for (const prefix of manner.prefixes) {
    if (prefix.endsWith('/')) door.all(`${prefix}*`, handle);
    else door.all(prefix, handle);
  }
  return door;
}

async function answerOrRefuse(
  incoming: IncomingMessage,
  routes: readonly KnownRoute[],
  manner: RestManner,
  settings: RestSettings,
  signal: AbortSignal,
): Promise<{ reply: RestReply; mediaType?: string }> {
  try {
    return { reply: await answer(incoming, routes, manner, settings, signal) };
  } catch (error) {
    const refusal = refusalOf(error, String(incoming.headers['x-request-id']));
    const status = manner.refusalStatus?.(refusal) ?? statusOf(refusal);
    const reply = { status, body: manner.refusalBody(refusal, status), headers: headersOf(refusal) };
    return {
      reply,
      ...(manner.refusalMediaType === undefined ? {} : { mediaType: manner.refusalMediaType }),
    };
  }
}

function refusalOf(error: unknown, requestId: string): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof DeskError) return { kind: 'error', error };
  reportFault(error, requestId);
  const detail = `The desk could not answer. Its number in the log is ${requestId}.`;
  return { kind: 'internal', detail };
}

/** Path → credential → parts → answer. The credential comes before the parts: a stranger learns nothing of them. */
async function answer(
  incoming: IncomingMessage,
  routes: readonly KnownRoute[],
  manner: RestManner,
  settings: RestSettings,
  signal: AbortSignal,
): Promise<RestReply> {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  const [path, search] = mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
  incoming.url = path;
  const { route, values } = find(incoming.method ?? 'GET', path, routes);
  const { operation } = route;
  // Who asks for every request of its own clients is counted only while it is not known (API-8).
  if (operation.credential !== 'resource-server' && operation.credential !== 'resource-client')
    admitAddress(requestFacts(incoming.headers, new Date()).address);
  let asker = await identify(incoming, operation.credential);
  const rate = asker.kind === 'caller' ? admitCall(asker.call) : null;
  const body =
    operation.body === null
      ? null
      : await readRequestBody(incoming, manner.bodies, settings.bodyTimeoutMilliseconds);
  if (body !== null && !body.isRead) throw new Refused(body.refusal);
  // A body takes as long as its sender likes: the credential may have died in the meantime (law 5).
  if (body?.value !== undefined) asker = await identify(incoming, operation.credential);
  const idempotencyKey = operation.hasIdempotencyKey === true ? readIdempotencyKey(incoming) : undefined;
  if (asker.kind === 'caller' && idempotencyKey !== undefined) asker.call.idempotencyKey = idempotencyKey;
  const reply = await route.answer(asker, {
    path: parsePart(operation.pathParameters, values, 'path'),
    query: parsePart(operation.query, readQuery(search), 'query'),
    body: operation.body === null ? undefined : parsePart(operation.body, body?.value, 'body'),
    ifMatch: operation.hasIfMatch === true ? readIfMatch(incoming) : undefined,
    incoming,
    signal,
  });
  return rate === null ? reply : { ...reply, headers: { ...reply.headers, ...rateFields(rate) } };
}

function find(
  method: string,
  path: string,
  routes: readonly KnownRoute[],
): { route: KnownRoute; values: Record<string, string> } {
  const asked = method === 'HEAD' ? 'GET' : method;
  const allowed = new Set<string>();
  for (const route of routes) {
    const values = route.match(path);
    if (values === null) continue;
    if (route.operation.method === asked) return { route, values };
    allowed.add(route.operation.method);
  }
  if (allowed.size === 0) throw new Refused({ kind: 'unknown_path', detail: 'There is nothing here.' });
  if (allowed.has('GET')) allowed.add('HEAD');
  const allow = [...allowed].join(', ');
  throw new Refused({ kind: 'method_not_allowed', detail: `Use ${allow}.`, allow });
}

async function identify(incoming: IncomingMessage, credential: CredentialKind): Promise<Asker> {
  const facts = requestFacts(incoming.headers, new Date());
  if (credential !== 'token') return { kind: 'stranger', facts };
  const authentication = await authenticate(incoming);
  switch (authentication.outcome) {
    case 'valid':
      return { kind: 'caller', call: authentication.call, presented: authentication.presented };
    case 'none':
      throw new Refused({ kind: 'no_credential', detail: 'A token is needed, in a header of the request.' });
    case 'several':
      throw new Refused({ kind: 'several_credentials', detail: 'A request carries one credential.' });
    case 'refused':
      throw new Refused({ kind: 'invalid_credential', detail: 'The token is not valid.' });
    case 'unmet':
      throw authentication.error;
  }
}
