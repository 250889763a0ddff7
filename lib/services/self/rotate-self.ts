import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { Expiry } from '@/lib/domain/expiry';
import type { Proof } from '@/lib/domain/token-input';
import type { NewTokenView } from '@/lib/domain/token-view';
import { regenerateToken } from '@/lib/services/tokens/regenerate-token';

/**
 * Gives the token of this call a new secret, answered this once; the one that it was asked with is dead from then on. It
 * needs users.authentication.RegenerateToken like any regeneration, and ends no later than before.
 */
export async function rotateSelf(
  call: Call,
  { expiry, proof }: { expiry?: Expiry | undefined; proof?: Proof | undefined },
): Promise<NewTokenView> {
  const { actor } = call;
  if (actor.kind !== 'token')
    throw new DeskError('wrong_state', 'Only a token has a secret that can be rotated.');
  return regenerateToken(call, { id: actor.tokenId, expiry, proof });
}
