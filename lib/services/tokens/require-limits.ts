import { coversRange } from '@/lib/domain/address-range';
import { DeskError } from '@/lib/domain/errors';
import type { TokenLimits } from '@/lib/domain/token-limits';
import type { Holder } from './require-holder';

/**
 * No token makes, changes or renews one that is bound by less than itself (law 2, AZ-4): not one for URLs when it may not
 * be used there, none for addresses from which it is not taken itself, none that may ask more often. People are not bound.
 */
export function requireLimits(
  { limits: own }: Holder,
  { mayUseInUrls, addresses, requestsPerMinute }: TokenLimits,
): void {
  if (!own.mayUseInUrls && mayUseInUrls)
    throw new DeskError('permission_denied', 'A token that may not be used in URLs makes none that may.');
  const isFromElsewhere =
    addresses.length === 0 ||
    addresses.some((inner) => !own.addresses.some((outer) => coversRange(outer, inner)));
  if (own.addresses.length > 0 && isFromElsewhere)
    throw new DeskError(
      'permission_denied',
      'A token that is taken from some addresses only makes none that is taken from others.',
    );
  const isMoreOften = requestsPerMinute === null || requestsPerMinute > (own.requestsPerMinute ?? 0);
  if (own.requestsPerMinute !== null && isMoreOften)
    throw new DeskError(
      'permission_denied',
      'A token with a limit of requests makes none that may ask more often.',
    );
}
