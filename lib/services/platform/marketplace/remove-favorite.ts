import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { onAppSchema } from '@/lib/domain/platform/marketplace-app';
import { changeFavorite } from './change-favorite';
import { requireApp } from './require-app';

/** Removes an app from the favourites. Throws not_found for what the marketplace does not have. */
export async function removeFavorite(call: Call, input: unknown): Promise<void> {
  const { id } = parseInput(onAppSchema, input);
  await changeFavorite(call, 'marketplace.favorite.Delete', requireApp(id).id, false);
}
