import { momentOf } from '@/lib/domain/day';
import { lastValidDay } from '@/lib/domain/expiry';
import { grantsOf, powerOf, type Access } from '@/lib/domain/grant';
import type { Token } from '@/lib/domain/token';
import type { TokenLimits } from '@/lib/domain/token-limits';
import type { TokenSettings } from '@/lib/db/tokens';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';

/** What an event says of a token: plain facts, never a secret or its digest (TOK-3). */
export function describeToken(
  token: Pick<Token, 'description' | 'access' | 'expiresAt' | keyof TokenLimits>,
): Record<string, unknown> {
  return {
    description: token.description,
    access: summarizeAccess(token.access),
    expiry: expiryText(token.expiresAt),
    mayUseInUrls: token.mayUseInUrls,
    ...describeLimits(token),
  };
}

/** The limits that are set, each in plain words. */
function describeLimits({ addresses, notBefore, requestsPerMinute }: TokenLimits): Record<string, unknown> {
  return {
    ...(addresses.length === 0 ? {} : { addresses }),
    ...(notBefore === null ? {} : { firstDay: momentOf(notBefore) }),
    ...(requestsPerMinute === null ? {} : { requestsPerMinute }),
  };
}

/** `full`, or per context the set's name or the number of permissions. */
function summarizeAccess(access: Access): unknown {
  if (access.kind === 'full') return 'full';
  return access.entries.map((entry) =>
    'set' in entry
      ? { context: entry.context, set: entry.set }
      : { context: entry.context, permissions: entry.permissions.length },
  );
}

/** What an edit changed: only what differs. Permissions are named as `code in context`. */
export function describeEdit(before: Token, after: TokenSettings): Record<string, unknown> {
  const catalog = currentCatalog();
  const named = (access: Access) =>
    access.kind === 'full'
      ? ['full access']
      : grantsOf(powerOf(access, catalog)).map(({ permission, context }) => `${permission} in ${context}`);
  const [former, latter] = [new Set(named(before.access)), new Set(named(after.access))];
  return {
    ...(before.description === after.description ? {} : { descriptionBefore: before.description }),
    added: [...latter].filter((each) => !former.has(each)),
    removed: [...former].filter((each) => !latter.has(each)),
    expiryBefore: expiryText(before.expiresAt),
    expiryAfter: expiryText(after.expiresAt),
    ...(before.mayUseInUrls === after.mayUseInUrls ? {} : { mayUseInUrlsBefore: before.mayUseInUrls }),
    ...limitsBefore(before, after),
  };
}

/** What a limit was that is another one now. */
function limitsBefore(before: TokenLimits, after: TokenLimits): Record<string, unknown> {
  const { addresses, notBefore, requestsPerMinute } = before;
  const isMoved = notBefore?.getTime() !== after.notBefore?.getTime();
  return {
    ...(addresses.join() === after.addresses.join()
      ? {}
      : { addressesBefore: addresses.length === 0 ? 'any' : addresses }),
    ...(isMoved ? { firstDayBefore: notBefore === null ? 'none' : momentOf(notBefore) } : {}),
    ...(requestsPerMinute === after.requestsPerMinute
      ? {}
      : { requestsPerMinuteBefore: requestsPerMinute ?? 'none' }),
  };
}

/** `dd-mm-yyyy` of the last valid day, or `never`. */
export function expiryText(expiresAt: Date | null): string {
  return expiresAt === null ? 'never' : lastValidDay(expiresAt);
}
