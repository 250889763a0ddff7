import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { removeTokens } from './remove-tokens';

/** Removes the token that presents itself, or that an access token stands in for. Throws not_found for a session. */
export async function removeCurrent(call: Call): Promise<void> {
  const { actor } = call;
  if (actor.kind !== 'token') throw new DeskError('not_found', 'No token presents itself.');
  await removeTokens(call, { tokens: [{ id: actor.tokenId }] });
}
