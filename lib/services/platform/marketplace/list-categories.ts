import type { Call } from '@/lib/domain/call';
import { marketplaceCategories } from '@/lib/domain/platform/marketplace-app';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';

/** The categories of the marketplace. */
export async function listCategories(call: Call): Promise<readonly { id: string; name: string }[]> {
  await requireVisibleContexts(call, 'marketplace.app.GetCategories');
  return marketplaceCategories;
}
