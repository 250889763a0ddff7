import { groupTokens } from '@/lib/db/token-counts';
import { findTokenPage } from '@/lib/db/tokens';
import type { Call } from '@/lib/domain/call';
import { endingSoonDays } from '@/lib/domain/token';
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
  const soon = new Date(call.now.getTime() + endingSoonDays * 86_400_000);
  const [tokens, groups] = await Promise.all([
    findTokenPage(ownerId, page.offset, page.limit),
    groupTokens(ownerId, call.now, soon),
  ]);
  const counts: TokenCounts = { live: 0, ending: 0, neverUsed: 0, narrowed: 0, expired: 0 };
  for (const { access, live, ending, neverUsed, expired } of groups) {
    counts.live += live;
    counts.ending += ending;
    counts.neverUsed += neverUsed;
    counts.expired += expired;
    if (figuresOf(access).withdrawnCount > 0) counts.narrowed += live;
  }
  return { rows: tokens.map(toRow), total: counts.live + counts.expired, counts };
}
