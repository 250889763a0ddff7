import { groupTokens } from '@/lib/db/token-counts';
import { findTokenPage } from '@/lib/db/tokens';
import type { Call } from '@/lib/domain/call';
import { endingSoonDays, isExpired } from '@/lib/domain/token';
import type { TokenRow } from '@/lib/domain/token-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireHolder } from './require-holder';
import { rowPainter } from './token-row';

/** What the page's sentence counts. `live` are those not expired; the next three are among them. */
export interface TokenCounts {
  live: number;
  ending: number;
  neverUsed: number;
  narrowed: number;
  expired: number;
}

/** A part of the actor's own tokens, newest first, with how many there are. `offset` and `limit` count rows. */
export async function listTokens(
  call: Call,
  page: { offset: number; limit: number },
): Promise<{ rows: TokenRow[]; total: number; counts: TokenCounts }> {
  const { ownerId, ownerRights } = await requireHolder(call, 'GetTokens');
  const { toRow, figuresOf } = rowPainter(ownerRights, currentCatalog(), call.now);
  const [tokens, groups] = await Promise.all([
    findTokenPage(ownerId, page.offset, page.limit),
    groupTokens(ownerId),
  ]);
  const counts: TokenCounts = { live: 0, ending: 0, neverUsed: 0, narrowed: 0, expired: 0 };
  const soon = new Date(call.now.getTime() + endingSoonDays * 86_400_000);
  for (const { access, expiresAt, isUsed, count } of groups) {
    if (isExpired(expiresAt, call.now)) {
      counts.expired += count;
      continue;
    }
    counts.live += count;
    if (isExpired(expiresAt, soon)) counts.ending += count;
    if (!isUsed) counts.neverUsed += count;
    if (figuresOf(access).withdrawnCount > 0) counts.narrowed += count;
  }
  return { rows: tokens.map(toRow), total: counts.live + counts.expired, counts };
}
