import { isWithinRanges } from './address-range';
import { momentOf } from './day';
import type { FailedCondition, UnmetCondition } from './errors';

/** What an owner limits of a token besides its permissions and its end. */
export interface TokenLimits {
  mayUseInUrls: boolean;
  /** CIDR ranges, normalised (address-range.ts), from which it may be used; empty for anywhere. */
  addresses: readonly string[];
  /** It is refused before this instant. */
  notBefore: Date | null;
  /** Requests a minute with this token; null for no limit of its own. */
  requestsPerMinute: number | null;
}

/** A token that limits nothing. */
export const noLimits: TokenLimits = Object.freeze({
  mayUseInUrls: true,
  addresses: [],
  notBefore: null,
  requestsPerMinute: null,
});

/** The limits alone of something that has them. */
export function tokenLimitsOf({
  mayUseInUrls,
  addresses,
  notBefore,
  requestsPerMinute,
}: TokenLimits): TokenLimits {
  return { mayUseInUrls, addresses, notBefore, requestsPerMinute };
}

/** A token's limits and the request that has to meet them. */
export interface Conditions {
  limits: TokenLimits;
  /** The secret came in the address of the request. */
  isInUrl?: boolean;
  /** Where the request came from; absent or unreadable meets no address list. */
  address?: string | undefined;
  /** Absent meets no `notBefore`. */
  now?: Date;
}

/**
 * The first condition that a request does not meet, or null. What is not known of the request fails the condition that
 * asks for it (default deny). How often a token is used is counted elsewhere (lib/services/access/admit-request.ts).
 */
export function failedCondition({ limits, isInUrl, address, now }: Conditions): FailedCondition | null {
  if (isInUrl === true && !limits.mayUseInUrls) return 'not_in_urls';
  if (limits.notBefore !== null && (now === undefined || now < limits.notBefore)) return 'not_yet_valid';
  if (limits.addresses.length > 0 && (address === undefined || !isWithinRanges(address, limits.addresses)))
    return 'address_not_allowed';
  return null;
}

/** The same with its sentence. It tells of the token, and so is only for whoever presents its secret (law 6). */
export function unmetCondition(conditions: Conditions): UnmetCondition | null {
  const condition = failedCondition(conditions);
  return condition === null
    ? null
    : { condition, says: conditionSentence(condition, conditions.limits, conditions) };
}

/** The sentence. Not from which addresses it is taken: whoever has found a token learns nothing of where it belongs. */
export function conditionSentence(
  condition: FailedCondition,
  { notBefore }: Pick<TokenLimits, 'notBefore'>,
  { address }: Pick<Conditions, 'address'>,
): string {
  switch (condition) {
    case 'not_in_urls':
      return 'This token may not be used in URLs.';
    case 'address_not_allowed':
      return `This token is not taken from ${address ?? 'an unknown address'}.`;
    case 'not_yet_valid':
      return notBefore === null
        ? 'This token is not taken yet.'
        : `This token is taken from ${momentOf(notBefore)} on.`;
  }
}
