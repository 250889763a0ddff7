import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import {
  marketplaceApps,
  searchApps,
  searchAppsSchema,
  type MarketplaceApp,
} from '@/lib/domain/platform/marketplace-app';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';

/** What the marketplace offers, in its order; narrowed by a text. */
export async function listApps(call: Call, input: unknown): Promise<MarketplaceApp[]> {
  const { search } = parseInput(searchAppsSchema, input);
  await requireVisibleContexts(call, 'marketplace.app.GetList');
  return searchApps(marketplaceApps, search);
}
