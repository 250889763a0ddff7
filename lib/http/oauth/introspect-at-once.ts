import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Client } from '@/lib/domain/client';
import { machineHeaders } from '@/lib/http/answer-headers';
import { sendProblem } from '@/lib/http/problem';
import { sendWhole } from '@/lib/http/send-whole';
import { replayRequest } from '@/lib/http/server/replay-request';
import type { HotFacts } from '@/lib/http/server/server-options';
import type { VerifiedToken } from '@/lib/domain/verification';
import { recallClient } from '@/lib/services/clients/verify-client';
import { countDecision } from '@/lib/services/metrics/counters';
import { recallIntrospection } from '@/lib/services/tokens/introspect-token';
import { toReply } from './introspection-route';
import { notStored } from './oauth-refusal';

/** What the operator set of the OAuth door. */
interface Settings {
  publicUrl: string;
  isHttps: boolean;
  bodyTimeoutMilliseconds: number;
}

const longestBody = 1_024;

/**
 * Introspection of the plainest kind, from memory: HTTP Basic, a form of `token` and at most its hint, and a token that is
 * active. Everything else goes on to the ordinary door with its body. False when it is seen by the headers already.
 */
export function introspectionAtOnce(settings: Settings) {
  const headers = [...machineHeaders(settings.isHttps), ...Object.entries(notStored).flat()];
  return (incoming: IncomingMessage, outgoing: ServerResponse, facts: HotFacts): boolean => {
    if (!isPlain(incoming)) return false;
    readShort(incoming, settings.bodyTimeoutMilliseconds, (bytes) => {
      if (bytes === null) return tooSlow(outgoing, facts);
      const text = answerFor(incoming, bytes.toString('latin1'), facts, settings.publicUrl);
      if (text === null) return void facts.goOn(replayRequest(incoming, bytes));
      const all = [...headers, 'X-Request-Id', facts.id, 'Content-Length', String(Buffer.byteLength(text))];
      sendWhole(outgoing, { status: 200, headers: all, body: text, sent: facts.answered });
      countDecision('introspection', 'allowed');
    });
    return true;
  };
}

function isPlain({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'POST' &&
    url === '/oauth/introspect' &&
    headers['content-type'] === 'application/x-www-form-urlencoded' &&
    headers['cache-control'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    Number(headers['content-length'] ?? Number.NaN) <= longestBody
  );
}

/** Reads the few bytes of a plain form; null when they do not come in time. */
function readShort(
  incoming: IncomingMessage,
  timeoutMilliseconds: number,
  done: (bytes: Buffer | null) => void,
): void {
  let bytes: Buffer | null = null;
  const timer = setTimeout(() => {
    incoming.removeAllListeners('data').removeAllListeners('end').pause();
    done(null);
  }, timeoutMilliseconds);
  incoming.on('close', () => clearTimeout(timer));
  incoming.on('data', (chunk: Buffer) => {
    bytes = bytes === null ? chunk : Buffer.concat([bytes, chunk]);
  });
  incoming.on('end', () => {
    clearTimeout(timer);
    done(bytes ?? Buffer.alloc(0));
  });
}

function tooSlow(outgoing: ServerResponse, { answered }: HotFacts): void {
  sendProblem(outgoing, { status: 408, title: 'Too slow', detail: 'The request took too long to arrive.' });
  answered();
}

const form = /^token=(\w+)(?:&token_type_hint=\w*)?$/;

/** The reply to a plain question about an active token; null for any other. */
function answerFor(
  incoming: IncomingMessage,
  body: string,
  { id: requestId }: HotFacts,
  publicUrl: string,
): string | null {
  const presented = form.exec(body)?.[1];
  const client = presented === undefined ? null : basicClient(incoming.rawHeaders);
  if (presented === undefined || client === null) return null;
  const found = recallIntrospection(client, presented, { now: new Date(), requestId });
  return found === null ? null : replyFor(client, found, publicUrl);
}

const basic = /^Basic ([A-Za-z0-9+/]{1,200}={0,2})$/;
const idAndSecret = /^([\w-]+):(\w+)$/;

/** The resource server of the one Authorization header, from memory; null where that is not all that is presented. */
function basicClient(rawHeaders: readonly string[]): Client | null {
  let authorization: string | undefined;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    // As long as "authorization" and "private-token" both are.
    if (name.length !== 13) continue;
    const lower = name.toLowerCase();
    if (lower === 'private-token') return null;
    if (lower !== 'authorization') continue;
    if (authorization !== undefined) return null;
    authorization = rawHeaders[index + 1];
  }
  const encoded = basic.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const [, id, secret] = idAndSecret.exec(Buffer.from(encoded, 'base64').toString('latin1')) ?? [];
  const client = secret === undefined ? null : recallClient(secret, 'resource-server');
  return client?.id === id ? (client ?? null) : null;
}

// Both are one object as long as memory holds them; the text is as old as they are.
const replies = new WeakMap<VerifiedToken, WeakMap<Client, string>>();

function replyFor(
  client: Client,
  { token, scope }: { token: VerifiedToken; scope: string },
  publicUrl: string,
): string {
  const ofToken = replies.get(token) ?? new WeakMap<Client, string>();
  replies.set(token, ofToken);
  const known = ofToken.get(client);
  if (known !== undefined) return known;
  const text = JSON.stringify(toReply({ token, scope, answer: null }, client, publicUrl));
  ofToken.set(client, text);
  return text;
}
