import { parseAddressRange } from '@/lib/domain/address-range';
import type { Client } from '@/lib/domain/client';
import { globalContext, type Context } from '@/lib/domain/context';
import { decide } from '@/lib/domain/decide';
import type { Explanation } from '@/lib/domain/errors';
import { failedCondition, tokenLimitsOf } from '@/lib/domain/token-limits';
import type { VerifiedToken } from '@/lib/domain/verification';
import { admitToken } from '@/lib/services/access/admit-request';
import { explainDenial } from '@/lib/services/access/explain-denial';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { scopeAmong, scopeFor } from './client-scope';
import { countUseOf } from './count-grant-use';
import { noteUse } from './note-use';
import { recallToken, verifyToken, verifyTokenAfresh } from './verify-token';

/** What a resource server asks about a token that was presented to it. */
export interface IntrospectionQuestion {
  presented: string;
  /** From where the token was used, as the resource server saw it. */
  address?: string | undefined;
  /** Whether the token may do this, in that context; without one in `global`. */
  permission?: string | undefined;
  context?: Context | undefined;
  /** Asks the database, whatever memory says. */
  isFresh: boolean;
}

/** What the resource server is answered. Whatever is not active is told apart by nothing. */
export type Introspection =
  | { isActive: false }
  | {
      isActive: true;
      token: VerifiedToken;
      /** The grants that it holds now in the services of the resource server; with a permission asked, those of it alone. */
      scope: string;
      /** Null where nothing was asked. `explanation` where it is not allowed. */
      answer: { isAllowed: boolean; explanation: Explanation | null } | null;
    };

/** Where and when the resource server itself asked. */
interface Asked {
  now: Date;
  requestId: string;
}

/** How long an answer takes that is not active, whatever the reason (INT-2): longer than any look-up that is well. */
const inactiveMilliseconds = 10;

const inactive: Introspection = Object.freeze({ isActive: false });

/**
 * What a token is to a resource server (RFC 7662). Active: it lives, its conditions are met, and it holds something now in
 * the services that the server asks for. All else is one answer that takes one time. A use of the token, counted by its own
 * limit: throws rate_limited. A fault of the database throws, and is never an answer (INT-9).
 */
export async function introspectToken(
  client: Client,
  question: IntrospectionQuestion,
  asked: Asked,
): Promise<Introspection> {
  const startedAt = performance.now();
  const introspection = await judge(client, question, asked.now);
  if (!introspection.isActive) {
    await evenTime(startedAt);
    return introspection;
  }
  const { token, answer } = introspection;
  admitToken(token);
  const address = isAddress(question.address) ? question.address : 'unknown';
  const use = { at: asked.now, address, userAgent: `resource server ${client.name}` };
  noteUse(token.id, token.ownerId, { ...use, requestId: asked.requestId });
  const { permission, context = globalContext } = question;
  if (answer?.isAllowed === true && permission !== undefined) countUseOf(token, permission, context);
  return introspection;
}

/**
 * The plain question, from memory and at once: an active token and its scope; null for whatever needs more than that, such
 * as a look-up, an even time, a limit to count. Then `introspectToken` is asked.
 */
export function recallIntrospection(
  client: Client,
  presented: string,
  { now, requestId }: Asked,
): { token: VerifiedToken; scope: string } | null {
  const verification = recallToken(presented, now);
  if (verification?.outcome !== 'valid') return null;
  const { token } = verification;
  if (token.requestsPerMinute !== null || failedCondition({ limits: token, now }) !== null) return null;
  const scope = scopeFor(token, client);
  if (scope === '') return null;
  const userAgent = `resource server ${client.name}`;
  noteUse(token.id, token.ownerId, { at: now, address: 'unknown', userAgent, requestId });
  return { token, scope };
}

async function judge(client: Client, question: IntrospectionQuestion, now: Date): Promise<Introspection> {
  const { presented, address, permission, context = globalContext, isFresh } = question;
  const verification = await (isFresh ? verifyTokenAfresh(presented, now) : verifyToken(presented, now));
  if (verification.outcome !== 'valid') return inactive;
  const { token } = verification;
  const request = address === undefined ? { now } : { now, address };
  const conditions = { limits: tokenLimitsOf(token), ...request };
  if (failedCondition(conditions) !== null) return inactive;
  const whole = scopeFor(token, client);
  if (whole === '') return inactive;
  if (permission === undefined) return { isActive: true, token, scope: whole, answer: null };
  const { power, ownerRights } = token;
  const decision = decide({ power, ownerRights, permission, context, catalog: currentCatalog(), conditions });
  const explanation = decision.isAllowed
    ? null
    : explainDenial(token, { reason: decision.reason, permission, context }, request);
  const scope = scopeAmong(token, [permission]);
  return { isActive: true, token, scope, answer: { isAllowed: decision.isAllowed, explanation } };
}

/** What a resource server says is written down where it is an address. */
function isAddress(text: string | undefined): text is string {
  return text !== undefined && !text.includes('/') && parseAddressRange(text) !== null;
}

/** Waits until every answer that is not active is due. */
async function evenTime(startedAt: number): Promise<void> {
  const due = startedAt + inactiveMilliseconds;
  // Once more when a look-up took longer: later, but on the beat all the same.
  const late = Math.max(0, Math.ceil((performance.now() - due) / inactiveMilliseconds));
  const wait = due + late * inactiveMilliseconds - performance.now();
  await new Promise((resolve) => {
    setTimeout(resolve, wait);
  });
}
