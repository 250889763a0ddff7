import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { onAppSchema } from '@/lib/domain/platform/marketplace-app';
import { changeFavorite } from './change-favorite';
import { requireApp } from './require-app';

/** Adds an app to the favourites. Throws not_found. */
export async function addFavorite(call: Call, input: unknown): Promise<void> {
  const { id } = parseInput(onAppSchema, input);
  await changeFavorite(call, 'marketplace.favorite.Add', requireApp(id).id, true);
}
