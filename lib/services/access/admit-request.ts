import { takeFromBucket } from '@/lib/cache/rate-buckets';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { RateRule, RateState, RateTake } from '@/lib/domain/rate-limit';
import { env } from '@/lib/env';

const windowSeconds = 60;

/**
 * Counts a request of a machine by the address that it comes from (API-8). In memory, without a write. Throws rate_limited.
 * Null where the operator has switched the limit off.
 */
export function admitAddress(address: string): RateState | null {
  return admit([take({ name: 'address', limit: env().requestsPerAddress, windowSeconds }, address)]);
}

/** Counts it by the token that acts, if one does, and by its person. Answers the bucket that is nearer its end. */
export function admitCall({ actor }: Call): RateState | null {
  if (actor.kind === 'system') return null;
  const { requestsPerToken, requestsPerPerson } = env();
  const { personId } = actor;
  return admit([
    actor.kind === 'token'
      ? take({ name: 'token', limit: requestsPerToken, windowSeconds }, actor.tokenId)
      : null,
    take({ name: 'person', limit: requestsPerPerson, windowSeconds }, personId),
  ]);
}

function take(rule: RateRule, key: string): RateTake | null {
  return rule.limit === 0 ? null : takeFromBucket(rule, key);
}

function admit(takes: readonly (RateTake | null)[]): RateState | null {
  let nearest: RateState | null = null;
  for (const each of takes) {
    if (each === null) continue;
    if (!each.isAdmitted) throw tooMany(each.state, each.retryAfterSeconds);
    if (nearest === null || each.state.remaining < nearest.remaining) nearest = each.state;
  }
  return nearest;
}

const whose = { token: 'with this token', person: 'in this name', address: 'from this address' } as const;

function tooMany(rate: RateState, retryAfterSeconds: number): DeskError {
  const often = `${rate.limit} requests a minute ${whose[rate.name]}`;
  return new DeskError('rate_limited', `No more than ${often}. Come back in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
    rate,
  });
}
