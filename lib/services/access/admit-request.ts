import { takeFromBucket } from '@/lib/cache/rate-buckets';
import { addressNetwork } from '@/lib/domain/address-network';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { RateRule, RateState, RateTake } from '@/lib/domain/rate-limit';
import type { VerifiedToken } from '@/lib/domain/verification';
import { env } from '@/lib/env';
import { add, counters } from '@/lib/services/metrics/counters';

const windowSeconds = 60;

/**
 * Counts a request of a machine by the address that it comes from (API-8). In memory, without a write. Throws rate_limited.
 * Null where the operator has switched the limit off.
 */
export function admitAddress(address: string): RateState | null {
  const rule: RateRule = { name: 'address', limit: env().requestsPerAddress, windowSeconds };
  return admit(take(rule, addressNetwork(address)));
}

/** Counts it by the token that acts, if one does, and by its person. Answers the bucket that is nearer its end. */
export function admitCall({ actor }: Call): RateState | null {
  if (actor.kind === 'system') return null;
  const { requestsPerToken, requestsPerPerson } = env();
  const { personId } = actor;
  const ofToken =
    actor.kind === 'token'
      ? admit(takeOfToken(actor.tokenId, smallerLimit(actor.limits.requestsPerMinute, requestsPerToken)))
      : null;
  // After it: a token that is refused takes nothing from what the person's other tokens may ask.
  const ofPerson = admit(take({ name: 'person', limit: requestsPerPerson, windowSeconds }, personId));
  return ofToken !== null && ofPerson !== null && ofToken.remaining > ofPerson.remaining
    ? ofPerson
    : (ofToken ?? ofPerson);
}

/**
 * Counts a use of a token by the limit of its own alone: where a gateway asks, whose requests the desk does not limit.
 * Of one bucket with `admitCall`, whichever door. Null for a token without a limit. Throws rate_limited.
 */
export function admitToken({
  id,
  requestsPerMinute,
}: Pick<VerifiedToken, 'id' | 'requestsPerMinute'>): RateState | null {
  return admit(takeOfToken(id, requestsPerMinute ?? 0));
}

/**
 * Counts a report of leaked secrets by the address that it comes from: each may name a thousand, and a scanner that finds
 * leaks sends them together (INT-4). Beside what the address may ask at all, and not to be switched off.
 */
export function admitReport(address: string): RateState {
  const rule: RateRule = { name: 'report', limit: 60, windowSeconds: 3_600 };
  return admit(takeFromBucket(rule, addressNetwork(address)));
}

function takeOfToken(tokenId: string, limit: number): RateTake | null {
  return take({ name: 'token', limit, windowSeconds }, tokenId);
}

/** The smaller of the token's own limit (null: none) and the desk's (0: none). */
function smallerLimit(own: number | null, ofDesk: number): number {
  if (own === null) return ofDesk;
  return ofDesk === 0 ? own : Math.min(own, ofDesk);
}

function take(rule: RateRule, key: string): RateTake | null {
  return rule.limit === 0 ? null : takeFromBucket(rule, key);
}

function admit(taken: RateTake): RateState;
function admit(taken: RateTake | null): RateState | null;
function admit(taken: RateTake | null): RateState | null {
  if (taken === null) return null;
  if (!taken.isAdmitted) throw tooMany(taken.state, taken.retryAfterSeconds);
  return taken.state;
}

const whose = {
  token: 'requests a minute with this token',
  person: 'requests a minute in this name',
  address: 'requests a minute from this address',
  report: 'reports an hour from this address',
} as const;

function tooMany(rate: RateState, retryAfterSeconds: number): DeskError {
  add(counters().rateLimited, rate.name);
  const often = `${rate.limit} ${whose[rate.name]}`;
  return new DeskError('rate_limited', `No more than ${often}. Come back in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
    rate,
  });
}
