import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import { authenticate } from '@/lib/auth/authenticate';
import { requestFacts } from '@/lib/auth/request-call';
import { DeskError } from '@/lib/domain/errors';
import { rateFields } from '@/lib/domain/rate-limit';
import { virtuozzoCodes } from '@/lib/domain/virtuozzo-codes';
import { machineHeaders, setSecurityHeaders } from '@/lib/http/answer-headers';
import type { Doors } from '@/lib/http/doors';
import { sendProblem, type Problem } from '@/lib/http/problem';
import { sendJson } from '@/lib/http/send-json';
import type { AnyOperation } from '@/lib/http/served-operation';
import { admitAddress } from '@/lib/services/access/admit-request';
import { answerCall, type Answer } from './answer-call';
import { failure } from './envelope';
import { operationFinder, type Route } from './find-operation';
import { readForm } from './read-form';
import { mergeParameters } from './read-parameters';

/** What the operator may set of this door. */
export interface VirtuozzoSettings {
  isQueryCredentialOn: boolean;
  /** The desk is reached by https. */
  isHttps: boolean;
  bodyTimeoutMilliseconds: number;
}

const usualBodyLimitBytes = 65_536;

const answered = new Response(null);

/** The Virtuozzo API: `/1.0/<service>/<component>/rest/<method>` for the operations given, GET and POST alike (04-wire §2). */
export function virtuozzoDoor(operations: readonly AnyOperation[], settings: VirtuozzoSettings): Doors {
  const find = operationFinder(operations);
  const headers = machineHeaders(settings.isHttps);
  const door: Doors = new Hono();
  return door.all('/1.0/*', async (context) => {
    const { incoming, outgoing } = context.env;
    const answer = await answerRequest(incoming, find, settings).catch(tooManyRequests);
    if ('text' in answer) {
      sendJson(outgoing, answer.status, answer.text, headers);
    } else {
      setSecurityHeaders(outgoing, settings.isHttps);
      sendProblem(outgoing, answer);
    }
    return answered;
  });
}

/** Path → operation → parameters → call. What is wrong with the transport is a problem, everything else an envelope. */
async function answerRequest(
  incoming: IncomingMessage,
  find: (path: string) => Route,
  settings: VirtuozzoSettings,
): Promise<Answer | Problem> {
  const [path = '', query = ''] = splitAddress(incoming);
  const route = find(path);
  if (route.kind === 'none') return { status: 404, title: 'Not found', detail: 'There is nothing here.' };
  if (incoming.method !== 'GET' && incoming.method !== 'POST') {
    return { status: 405, title: 'Method not allowed', detail: 'Use GET or POST.', allow: 'GET, POST' };
  }
  if (route.kind === 'unknown_method') {
    return { status: 200, text: JSON.stringify(failure(virtuozzoCodes.unknownMethod, route.method)) };
  }
  const { operation } = route;
  admitAddress(requestFacts(incoming.headers, new Date()).address);
  const queryEntries = query === '' ? [] : [...new URLSearchParams(query)];
  const limitBytes = await limitFor(incoming, operation, queryEntries);
  const form = await readForm(incoming, limitBytes, settings.bodyTimeoutMilliseconds);
  if (!form.isRead) return form.problem;
  return answerCall(incoming, operation, mergeParameters(queryEntries, form.entries), settings);
}

/** A limit of requests is the transport's: HTTP 429, as every client understands it (API-8). */
function tooManyRequests(error: unknown): Problem {
  if (!(error instanceof DeskError && error.code === 'rate_limited')) throw error;
  const { rate, retryAfterSeconds = 1 } = error.details;
  const fields = rate === undefined ? {} : rateFields(rate);
  return { status: 429, title: 'Too many requests', detail: error.message, retryAfterSeconds, fields };
}

/** Path and query; what is left on the request is the path alone, so that no error or trace can repeat a credential. */
function splitAddress(incoming: IncomingMessage): [string, string] {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  if (mark === -1) return [url, ''];
  incoming.url = url.slice(0, mark);
  return [incoming.url, url.slice(mark + 1)];
}

/** More than the usual 64 KB is read only for a live credential that came in a header or in the address (WEB-10). */
async function limitFor(
  incoming: IncomingMessage,
  operation: AnyOperation,
  query: [string, string][],
): Promise<number> {
  if (operation.bodyLimitBytes <= usualBodyLimitBytes) return usualBodyLimitBytes;
  const sessions = query.filter(([name]) => name === 'session').map(([, value]) => value);
  const { outcome } = await authenticate(incoming, { query: sessions });
  return outcome === 'valid' ? operation.bodyLimitBytes : usualBodyLimitBytes;
}
