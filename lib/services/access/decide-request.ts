import type { Client } from '@/lib/domain/client';
import type { Context } from '@/lib/domain/context';
import { decide } from '@/lib/domain/decide';
import { DeskError, type Explanation } from '@/lib/domain/errors';
import type { RouteFault } from '@/lib/domain/route-finder';
import type { Verification, VerifiedToken } from '@/lib/domain/verification';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { countUseOf } from '@/lib/services/tokens/count-grant-use';
import { noteUse } from '@/lib/services/tokens/note-use';
import { recallToken, verifyToken } from '@/lib/services/tokens/verify-token';
import { admitToken } from './admit-request';
import { explainDenial } from './explain-denial';
import { routesOf } from './gateway-routes';

/** A request that a gateway asks about. Everything comes from the gateway, which was verified before. */
export interface GatewayRequest {
  gateway: Client;
  method: string;
  /** Path and query as they came to the gateway. */
  uri: string;
  /** Where it came from, as the gateway says; absent when it does not say. */
  address?: string | undefined;
  userAgent: string;
  requestId: string;
  now: Date;
}

/** The answer of a gateway's question. Only `allowed` lets anything through. */
export type RequestDecision =
  | { outcome: 'allowed'; token: VerifiedToken; permission: string; context: Context }
  | { outcome: 'unauthenticated' }
  | { outcome: 'no_operation'; fault: RouteFault }
  | { outcome: 'denied'; explanation: Explanation }
  | { outcome: 'too_many'; error: DeskError };

const unauthenticated: RequestDecision = Object.freeze({ outcome: 'unauthenticated' });

/**
 * May the bearer of `presented` do what this request stands for? Verification, then the operation of method and address,
 * then the one judge. A fault of database, key or catalog throws, and the caller lets nothing through (INT-9).
 */
export async function decideRequest(request: GatewayRequest, presented: string): Promise<RequestDecision> {
  const { now } = request;
  return decideVerified(request, recallToken(presented, now) ?? (await verifyToken(presented, now)));
}

/**
 * The same about what was verified already, at once and from memory. A stranger learns nothing of which operations there
 * are: the credential is judged first.
 */
export function decideVerified(request: GatewayRequest, verification: Verification): RequestDecision {
  if (verification.outcome !== 'valid') return unauthenticated;
  const { token } = verification;
  const { now, requestId, userAgent, address } = request;
  noteUse(token.id, token.ownerId, { at: now, address: address ?? 'unknown', userAgent, requestId });
  const refusal = tooOften(token);
  if (refusal !== null) return { outcome: 'too_many', error: refusal };
  const route = routesOf(request.gateway).find(request.method, request.uri);
  if (route.outcome !== 'found') return { outcome: 'no_operation', fault: route.outcome };
  const { context } = route;
  const permission = route.operation.code;
  const { power, ownerRights } = token;
  const conditions = { limits: token, now, address };
  const catalog = currentCatalog();
  const decision = decide({ power, ownerRights, permission, context, catalog, conditions });
  if (decision.isAllowed) {
    countUseOf(token, permission, context);
    return { outcome: 'allowed', token, permission, context };
  }
  const explanation = explainDenial(
    token,
    { reason: decision.reason, permission, context },
    { now, address },
  );
  return { outcome: 'denied', explanation };
}

/** The token's own limit counts wherever it is used; the desk's limits are not for gateways (API-8). */
function tooOften(token: VerifiedToken): DeskError | null {
  if (token.requestsPerMinute === null) return null;
  try {
    admitToken(token);
    return null;
  } catch (error) {
    if (error instanceof DeskError) return error;
    throw error;
  }
}
