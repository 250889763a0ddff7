import { findToken } from '@/lib/db/tokens';
import type { Transaction } from '@/lib/db/transaction';
import { DeskError } from '@/lib/domain/errors';
import type { Token } from '@/lib/domain/token';
import { requireEnd, requireUrlUse, requireWithin } from './require-fields';
import type { Holder } from './require-holder';

/** A row as the actor saw it (If-Match). */
export interface SeenToken {
  id: string;
  version: number;
}

/**
 * Loads one of the owner's tokens at the version that the actor saw. Throws not_found for an unknown, removed or foreign
 * id, stale_version when someone was quicker (API-7).
 */
export async function requireTarget(holder: Holder, seen: SeenToken, tx?: Transaction): Promise<Token> {
  const token = await findToken(holder.ownerId, seen.id, tx);
  if (token === null) throw new DeskError('not_found', 'There is no such token.');
  if (token.version !== seen.version) throw staleVersion(token.version);
  return token;
}

/** A limited token changes or renews none that is stronger than itself (law 2). People are not bound by it. */
export function requireNotStronger(holder: Holder, target: Token): void {
  if (holder.power.kind === 'limited') requireWithin(target.access, holder, null);
  requireEnd(holder, target.expiresAt);
  requireUrlUse(holder, target.mayUseInUrls);
}

export function staleVersion(currentVersion: number): DeskError {
  return new DeskError('stale_version', 'The token was changed in the meantime.', { currentVersion });
}
