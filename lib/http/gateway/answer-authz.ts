import type { IncomingMessage, ServerResponse } from 'node:http';
import { presentedCredential } from '@/lib/auth/presented-credential';
import { DeskError } from '@/lib/domain/errors';
import type { Verification } from '@/lib/domain/verification';
import { sendWhole } from '@/lib/http/send-whole';
import type { HotFacts } from '@/lib/http/server/server-options';
import { admitAddress } from '@/lib/services/access/admit-request';
import {
  decideRequest,
  decideVerified,
  type GatewayRequest,
  type RequestDecision,
} from '@/lib/services/access/decide-request';
import { reportFault } from '@/lib/services/audit/report-fault';
import { recallClient, verifyClient } from '@/lib/services/clients/verify-client';
import { countDecision } from '@/lib/services/metrics/counters';
import { recallToken } from '@/lib/services/tokens/verify-token';
import {
  allowedAnswer,
  faultAnswer,
  refusedAnswer,
  tooManyAnswer,
  type GatewayAnswer,
} from './gateway-answer';
import { gatewayKindOf, readQuestion, type GatewayKind } from './read-question';

/**
 * The gateway door: one decision per request, whatever its method; a body is not read (INT-8). Answers itself, in the
 * statuses that this gateway understands, and lets nothing through after a fault (INT-9). False when the address is no
 * gateway's.
 */
export async function answerAuthz(incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> {
  const kind = gatewayKindOf(incoming.url ?? '');
  if (kind === null) return false;
  send(incoming, outgoing, requestIdOf(incoming), await answer(kind, incoming));
  return true;
}

/**
 * The same from memory, in the same turn: for a known gateway, a plain question and a token that memory knows. False for
 * anything else, which goes the ordinary way.
 */
export function answerAuthzAtOnce(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { id: requestId, address: settled, answered }: HotFacts,
): boolean {
  const kind = gatewayKindOf(incoming.url ?? '');
  if (kind === null) return false;
  const { headers, rawHeaders } = incoming;
  const key = headers['x-gateway-key'];
  const gateway = typeof key === 'string' ? recallClient(key, 'gateway', incoming.socket) : undefined;
  if (gateway === undefined || gateway === null) return false;
  const question = readQuestion(kind, incoming, settled);
  const credential = presentedCredential(rawHeaders);
  if (question === null || credential.kind !== 'one') return false;
  const now = new Date();
  const verification = recallToken(credential.presented, now);
  if (verification === null) return false;
  const userAgent = headers['user-agent'] ?? '';
  const { method, uri, address } = question;
  const asked = { gateway, method, uri, now, address, userAgent, requestId };
  send(incoming, outgoing, requestId, concludeSafely(kind, asked, verification), answered);
  return true;
}

function concludeSafely(
  kind: GatewayKind,
  request: GatewayRequest,
  verification: Verification,
): GatewayAnswer {
  try {
    return conclude(kind, decideVerified(request, verification));
  } catch (error) {
    return faultOf(kind, error, request.requestId);
  }
}

async function answer(kind: GatewayKind, incoming: IncomingMessage): Promise<GatewayAnswer> {
  try {
    return await decided(kind, incoming);
  } catch (error) {
    return faultOf(kind, error, requestIdOf(incoming));
  }
}

function faultOf(kind: GatewayKind, error: unknown, requestId: string): GatewayAnswer {
  if (error instanceof DeskError && error.code === 'rate_limited') return tooManyAnswer(kind, error);
  reportFault(error, requestId);
  countDecision('gateway', 'fault');
  return faultAnswer(kind, 'unavailable');
}

async function decided(kind: GatewayKind, incoming: IncomingMessage): Promise<GatewayAnswer> {
  const { headers, rawHeaders } = incoming;
  const key = headers['x-gateway-key'];
  const presentedKey = typeof key === 'string' ? key : '';
  const settled = String(headers['x-client-address']);
  const gateway = recallClient(presentedKey, 'gateway') ?? (await verifyClient(presentedKey, 'gateway'));
  if (gateway === null) {
    // A wrong credential costs: whoever guesses one is slowed down. The address is the front's, never a header's (API-9).
    admitAddress(settled);
    countDecision('gateway', 'refused');
    return faultAnswer(kind, 'unknown_gateway');
  }
  // From here on what it forwards is believed (INT-7).
  const question = readQuestion(kind, incoming, settled);
  const credential = presentedCredential(rawHeaders);
  if (question === null || credential.kind !== 'one') {
    countDecision('gateway', credential.kind === 'none' ? 'unauthenticated' : 'refused');
    if (question === null) return faultAnswer(kind, 'no_question');
    return faultAnswer(kind, credential.kind === 'several' ? 'several_credentials' : 'no_credential');
  }
  const { method, uri, address } = question;
  const decision = await decideRequest(
    {
      gateway,
      ...{ method, uri, address, now: new Date() },
      userAgent: headers['user-agent'] ?? '',
      requestId: requestIdOf(incoming),
    },
    credential.presented,
  );
  return conclude(kind, decision);
}

function conclude(kind: GatewayKind, decision: RequestDecision): GatewayAnswer {
  if (decision.outcome === 'allowed') {
    countDecision('gateway', 'allowed');
    return allowedAnswer(decision);
  }
  countDecision('gateway', decision.outcome === 'unauthenticated' ? 'unauthenticated' : 'denied');
  return refusedAnswer(kind, decision);
}

function send(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  requestId: string,
  { status, headers, body }: GatewayAnswer,
  sent?: () => void,
): void {
  // A body that is still under way is not waited for: the connection ends after the answer.
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = incoming.headers;
  const isUnread = encoding !== undefined || length !== '0';
  headers.push('X-Request-Id', requestId);
  if (isUnread) headers.push('Connection', 'close');
  sendWhole(outgoing, { status, headers, body: incoming.method === 'HEAD' ? undefined : body, sent });
}

function requestIdOf({ headers }: IncomingMessage): string {
  return String(headers['x-request-id'] ?? 'none');
}
