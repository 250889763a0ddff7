import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { onAppSchema, type MarketplaceApp } from '@/lib/domain/platform/marketplace-app';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';
import { requireApp } from './require-app';

/** One offer of the marketplace. Throws not_found. */
export async function readApp(call: Call, input: unknown): Promise<MarketplaceApp> {
  const { id } = parseInput(onAppSchema, input);
  await requireVisibleContexts(call, 'marketplace.app.GetAppInfo');
  return requireApp(id);
}
