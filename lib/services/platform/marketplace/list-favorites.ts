import { findFavorites } from '@/lib/db/marketplace';
import type { Call } from '@/lib/domain/call';
import { marketplaceApps, type MarketplaceApp } from '@/lib/domain/platform/marketplace-app';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';
import { ownerIdOf } from '@/lib/services/platform/owner-id-of';

/** The favourite apps of the actor, or of the owner of the token that acts, in the marketplace's order. */
export async function listFavorites(call: Call): Promise<MarketplaceApp[]> {
  await requireVisibleContexts(call, 'marketplace.favorite.GetList');
  const favorites = await findFavorites(ownerIdOf(call));
  return marketplaceApps.filter((app) => favorites.has(app.id));
}
