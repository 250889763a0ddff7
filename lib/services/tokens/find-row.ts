import { findToken } from '@/lib/db/tokens';
import type { Call } from '@/lib/domain/call';
import { tokenIdSchema } from '@/lib/domain/token-input';
import type { TokenRow } from '@/lib/domain/token-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireHolder } from './require-holder';
import { rowPainter } from './token-row';

/** One line of the actor's own grid; null for an unknown, removed, foreign or malformed id. */
export async function findRow(call: Call, id: string): Promise<TokenRow | null> {
  const { ownerId, ownerRights } = await requireHolder(call, 'GetTokens');
  if (!tokenIdSchema.safeParse(id).success) return null;
  const token = await findToken(ownerId, id);
  return token === null ? null : rowPainter(ownerRights, currentCatalog(), call.now).toRow(token);
}
