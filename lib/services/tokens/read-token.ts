import { findToken } from '@/lib/db/tokens';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { tokenIdSchema } from '@/lib/domain/token-input';
import type { TokenView } from '@/lib/domain/token-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireHolder } from './require-holder';
import { rowPainter } from './token-row';

/**
 * One of the actor's own tokens, or of the person `forOwnerId` for an administrator, whole. Throws not_found for an unknown,
 * removed or foreign id.
 */
export async function readToken(call: Call, id: string, forOwnerId?: string): Promise<TokenView> {
  const tokenId = parseInput(tokenIdSchema, id);
  const { ownerId, ownerRights } = await requireHolder(call, 'GetTokens', undefined, forOwnerId);
  const token = await findToken(ownerId, tokenId);
  if (token === null) throw new DeskError('not_found', 'There is no such token.');
  return rowPainter(ownerRights, currentCatalog(), call.now).toView(token);
}
