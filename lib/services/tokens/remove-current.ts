import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { revokeSelf } from '@/lib/services/self/revoke-self';
import { removeTokens } from './remove-tokens';

/**
 * Removes the token that presents itself, which takes no permission. An access token that holds all that its token does
 * ends that one as it could itself; one that was narrowed does so if it may remove tokens. Throws not_found for a session.
 */
export async function removeCurrent(call: Call): Promise<void> {
  const { actor } = call;
  if (actor.kind !== 'token') throw new DeskError('not_found', 'No token presents itself.');
  const { standIn, ...itself } = actor;
  if (standIn === undefined || standIn.narrowedTo === null) return revokeSelf({ ...call, actor: itself });
  await removeTokens(call, { tokens: [{ id: actor.tokenId }] });
}
