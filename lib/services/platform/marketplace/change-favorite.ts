import { deleteFavorite, findFavorites, insertFavorite } from '@/lib/db/marketplace';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';
import { ownerIdOf } from '@/lib/services/platform/owner-id-of';

/** Makes an app a favourite of the actor's, or no longer. What is so already stays so, without an event. */
export async function changeFavorite(
  call: Call,
  permission: string,
  appId: string,
  isFavorite: boolean,
): Promise<void> {
  await requireVisibleContexts(call, permission);
  const personId = ownerIdOf(call);
  await transaction(call, async (tx, record) => {
    await requireVisibleContexts(call, permission, tx);
    if ((await findFavorites(personId, tx)).has(appId) === isFavorite) return;
    await (isFavorite ? insertFavorite : deleteFavorite)(tx, personId, appId);
    const data = { isFavorite };
    await record({
      action: 'marketplace.favorite-changed',
      subjectKind: 'app',
      subjectId: appId,
      ownerId: personId,
      data,
    });
  });
}
