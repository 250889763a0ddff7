import { countTokens, findTokenPage } from '@/lib/db/tokens';
import type { Call } from '@/lib/domain/call';
import type { TokenView } from '@/lib/domain/token-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireHolder } from './require-holder';
import { rowPainter } from './token-row';

/** A part of the actor's own tokens, or of the person `forOwnerId` for an administrator, whole, newest first. */
export async function listTokenViews(
  call: Call,
  page: { offset: number; limit: number },
  forOwnerId?: string,
): Promise<{ tokens: TokenView[]; total: number }> {
  const { ownerId, ownerRights } = await requireHolder(call, 'GetTokens', undefined, forOwnerId);
  const [tokens, total] = await Promise.all([
    findTokenPage(ownerId, page.offset, page.limit),
    countTokens(ownerId),
  ]);
  return { tokens: tokens.map(rowPainter(ownerRights, currentCatalog(), call.now).toView), total };
}
