import { findToken, markRemoved } from '@/lib/db/tokens';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { signOut } from '@/lib/services/sessions/sign-out';
import { toRemoval } from '@/lib/services/tokens/remove-at-once';
import { staleVersion } from '@/lib/services/tokens/require-target';

/**
 * Ends the credential of this call: a token is removed, a session signs out. No permission is needed: whoever finds that a
 * secret has leaked can end it with nothing but that secret. An access token ends by itself, or with its token; it does
 * not end what it stands in for.
 */
export async function revokeSelf(call: Call): Promise<void> {
  const { actor } = call;
  if (actor.kind !== 'token') return signOut(call);
  if (actor.standIn !== undefined)
    throw new DeskError(
      'wrong_state',
      'An access token ends by itself, or with the token that it stands in for.',
    );
  const { tokenId: id, personId: ownerId } = actor;
  await transaction(call, async (tx, record) => {
    const token = await findToken(ownerId, id, tx);
    if (token === null) throw new DeskError('unauthenticated', 'The token is not valid.');
    const { version } = token;
    if (!(await markRemoved(tx, { ownerId, id, version }, call.now))) throw staleVersion(version + 1);
    await record(toRemoval(token));
  });
}
