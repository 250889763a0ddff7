import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { presentedCredential } from '@/lib/auth/presented-credential';
import { virtuozzoCodes } from '@/lib/domain/virtuozzo-codes';
import { problemBody, type Problem } from '@/lib/http/problem';
import type { ServedOperation } from '@/lib/http/served-operation';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { answerCall } from './answer-call';
import { failure } from './envelope';
import { operationFinder } from './find-operation';
import { readForm } from './read-form';
import { mergeParameters } from './read-parameters';

/** What the operator may set of this door. */
export interface VirtuozzoSettings {
  isQueryCredentialOn: boolean;
  bodyTimeoutMilliseconds: number;
}

const usualBodyLimitBytes = 65_536;

// On every answer, since every answer may be one to a credential (API-3). The front adds the rest.
const headers = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
};
const jsonHeaders = { ...headers, 'Content-Type': 'application/json; charset=utf-8' };

/** The Virtuozzo API: `/1.0/<service>/<component>/rest/<method>` for the operations given, GET and POST alike (04-wire §2). */
export function virtuozzoDoor(operations: readonly ServedOperation[], settings: VirtuozzoSettings) {
  const find = operationFinder(operations);
  return new Hono<{ Bindings: HttpBindings }>().all('/1.0/*', async (context) => {
    const { incoming } = context.env;
    const [path = '', query = ''] = splitAddress(incoming);
    const route = find(path);
    const refuse = (problem: Problem) => {
      const more = problem.allow === undefined ? {} : { Allow: problem.allow };
      const type = { 'Content-Type': 'application/problem+json' };
      return new Response(incoming.method === 'HEAD' ? null : problemBody(problem), { status: problem.status, headers: { ...headers, ...more, ...type } });
    };
    if (route.kind === 'none') return refuse({ status: 404, title: 'Not found', detail: 'There is nothing here.' });
    if (incoming.method !== 'GET' && incoming.method !== 'POST') {
      return refuse({ status: 405, title: 'Method not allowed', detail: 'Use GET or POST.', allow: 'GET, POST' });
    }
    if (route.kind === 'unknown_method') {
      return context.body(JSON.stringify(failure(virtuozzoCodes.unknownMethod, route.method)), 200, jsonHeaders);
    }
    const { operation } = route;
    const queryEntries = query === '' ? [] : [...new URLSearchParams(query)];
    const limitBytes = await limitFor(incoming, operation, queryEntries);
    const form = await readForm(incoming, limitBytes, settings.bodyTimeoutMilliseconds);
    if (!form.isRead) return refuse(form.problem);
    const parameters = mergeParameters(queryEntries, form.entries);
    const { status, envelope } = await answerCall(incoming, operation, parameters, settings);
    return context.body(JSON.stringify(envelope), status, jsonHeaders);
  });
}

/** Path and query; what is left on the request is the path alone, so that no error or trace can repeat a credential. */
function splitAddress(incoming: IncomingMessage): [string, string] {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  if (mark === -1) return [url, ''];
  incoming.url = url.slice(0, mark);
  return [incoming.url, url.slice(mark + 1)];
}

/** More than the usual 64 KB is read only for a live token that came in a header or in the address (WEB-10). */
async function limitFor(incoming: IncomingMessage, operation: ServedOperation, query: [string, string][]): Promise<number> {
  if (operation.bodyLimitBytes <= usualBodyLimitBytes) return usualBodyLimitBytes;
  const sessions = query.filter(([name]) => name === 'session').map(([, value]) => value);
  const credential = presentedCredential(incoming.rawHeaders, { query: sessions });
  if (credential.kind !== 'one') return usualBodyLimitBytes;
  const { outcome } = await verifyToken(credential.presented, new Date());
  return outcome === 'valid' ? operation.bodyLimitBytes : usualBodyLimitBytes;
}
