import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { Expiry } from '@/lib/domain/expiry';
import type { Proof } from '@/lib/domain/token-input';
import type { NewTokenView } from '@/lib/domain/token-view';
import { regenerateToken } from '@/lib/services/tokens/regenerate-token';

/**
 * Gives the token of this call a new secret, answered this once; the one that it was asked with is dead from then on. It
 * needs users.authentication.RegenerateToken like any regeneration, and ends no later than before. An access token, which is
 * over in an hour, does not come into a secret that lasts this way. Throws wrong_state for it, and for a session.
 */
export async function rotateSelf(
  call: Call,
  { expiry, proof }: { expiry?: Expiry | undefined; proof?: Proof | undefined },
): Promise<NewTokenView> {
  const { actor } = call;
  if (actor.kind !== 'token')
    throw new DeskError('wrong_state', 'Only a token has a secret that can be rotated.');
  if (actor.standIn !== undefined)
    throw new DeskError('wrong_state', 'An access token gives nobody the secret that it stands in for.');
  return regenerateToken(call, { id: actor.tokenId, expiry, proof });
}
