import { findToken } from '@/lib/db/tokens';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { expiryInstant } from '@/lib/domain/expiry';
import type { Token } from '@/lib/domain/token';
import type { TokenLimits } from '@/lib/domain/token-limits';
import type { TokenFields } from '@/lib/domain/token-input';
import { limitsAsked, requireEnd, requireWithin } from './require-fields';
import type { Holder } from './require-holder';
import { requireLimits } from './require-limits';

/** A row as the actor saw it (If-Match); without a version, whatever it is now. */
export interface SeenToken {
  id: string;
  version?: number | undefined;
}

/**
 * Loads one of the owner's tokens at the version that the actor saw. Throws not_found for an unknown, removed or foreign
 * id, stale_version when someone was quicker (API-7), invalid_input when a page forgot to say what it saw.
 */
export async function requireTarget(
  call: Call,
  holder: Holder,
  seen: SeenToken,
  tx?: Transaction,
): Promise<Token> {
  requireVersion(call, seen);
  const token = await findToken(holder.ownerId, seen.id, tx);
  if (token === null) throw new DeskError('not_found', 'There is no such token.');
  if (seen.version !== undefined && token.version !== seen.version) throw staleVersion(token.version);
  return token;
}

/** Only an API whose contract knows no If-Match may leave the version out. */
export function requireVersion(call: Call, { version }: SeenToken): void {
  if (version !== undefined || call.via !== 'dashboard') return;
  const message = 'The version that was seen is missing.';
  throw new DeskError('invalid_input', message, { issues: [{ path: 'version', message }] });
}

/** A limited token changes or renews none that is stronger than itself (law 2). People are not bound by it. */
export function requireNotStronger(
  holder: Holder,
  target: Pick<Token, 'access' | 'expiresAt' | keyof TokenLimits>,
): void {
  if (holder.power.kind === 'limited') requireWithin(target.access, holder, null);
  requireEnd(holder, target.expiresAt);
  requireLimits(holder, target);
}

export function staleVersion(currentVersion: number): DeskError {
  return new DeskError('stale_version', 'The token was changed in the meantime.', { currentVersion });
}

/** The same for what a repeated request asks for (API-6). */
export function requireNoneStronger(holder: Holder, fields: TokenFields): void {
  const { access, expiry } = fields;
  requireNotStronger(holder, { access, expiresAt: expiryInstant(expiry), ...limitsAsked(fields) });
}
