import { isWithinRanges } from './address-ranges.js';
import type { RateBuckets } from './rate-buckets.js';
import type { Entry } from './token-cache.js';
import { refusal, type Condition, type Question, type Verdict } from './verdict.js';

/** The clocks: `wall` is what expiry is measured by, `steady` only rises. Milliseconds. */
export interface Clocks {
  wall: () => number;
  steady: () => number;
}

const expired = refusal('expired');

/** What a token that lives may do: its own limits first, then whether it holds the permission there. Deny by default. */
export function judge(entry: Entry, question: Question, rates: RateBuckets, clocks: Clocks): Verdict {
  if (entry.expiresAt !== null && clocks.wall() >= entry.expiresAt) return expired;
  if (entry.requestsPerMinute !== null) {
    const retryAfterSeconds = rates.take(entry.token.id, entry.requestsPerMinute, clocks.steady());
    if (retryAfterSeconds > 0) return { isAllowed: false, reason: 'rate_limited', retryAfterSeconds };
  }
  const condition = failedCondition(entry, question, clocks);
  if (condition !== null) return { isAllowed: false, reason: condition, condition };
  const { permission, context = 'global' } = question;
  const { grants } = entry;
  if (grants.get('global')?.has(permission) === true) return entry.allowed;
  if (context !== 'global' && grants.get(context)?.has(permission) === true) return entry.allowed;
  return { isAllowed: false, reason: 'token_lacks', missing: { permission, context } };
}

/** What is not known of the request fails the condition that asks for it. */
function failedCondition(entry: Entry, { isInUrl, address }: Question, { wall }: Clocks): Condition | null {
  if (isInUrl === true && !entry.mayUseInUrls) return 'not_in_urls';
  if (entry.notBefore !== null && wall() < entry.notBefore) return 'not_yet_valid';
  if (entry.ranges.length > 0 && (address === undefined || !isWithinRanges(address, entry.ranges)))
    return 'address_not_allowed';
  return null;
}
