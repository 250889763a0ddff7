import { coversRange } from '@/lib/domain/address-range';
import type { Token } from '@/lib/domain/token';
import type { TokenStrength } from './escalation.cases';
import type { PersonFixture } from './desk';
import { tokenFixture } from './tokens';

/** Makes a token of that strength for the owner, with its record. */
export async function makeToken(
  owner: PersonFixture,
  strength: TokenStrength,
): Promise<{ secret: string; record: Token }> {
  const { secret, token } = await tokenFixture(owner, strength);
  return { secret, record: await tokenRecord(owner, token.id) };
}

/** The record of one of the owner's tokens as it is now. */
export async function tokenRecord(owner: PersonFixture, id: string): Promise<Token> {
  const { findTokens } = await import('@/lib/db/tokens');
  const [record] = await findTokens(owner.person.id, [id]);
  if (record === undefined) throw new Error('There is no such token.');
  return record;
}

/** True when `made`, a token of the owner, exceeds `holder` in nothing (AZ-4). */
export async function isWithin(owner: PersonFixture, made: Token, holder: Token): Promise<boolean> {
  const { rightsOf } = await import('@/lib/db/rights');
  const { powerOf } = await import('@/lib/domain/grant');
  const { beyond } = await import('@/lib/domain/within');
  const { currentCatalog } = await import('@/lib/services/catalog/current-catalog');
  const catalog = currentCatalog();
  const [wanted, held] = [powerOf(made.access, catalog), powerOf(holder.access, catalog)];
  const isInTime =
    holder.expiresAt === null || (made.expiresAt !== null && made.expiresAt <= holder.expiresAt);
  const isFromThere =
    holder.addresses.length === 0 ||
    (made.addresses.length > 0 &&
      made.addresses.every((inner) => holder.addresses.some((outer) => coversRange(outer, inner))));
  const isAsRare =
    holder.requestsPerMinute === null ||
    (made.requestsPerMinute !== null && made.requestsPerMinute <= holder.requestsPerMinute);
  const isBound = isFromThere && isAsRare && (holder.mayUseInUrls || !made.mayUseInUrls);
  const more = beyond(wanted, held, await rightsOf(owner.person.id), catalog);
  return more.length === 0 && isInTime && isBound;
}
