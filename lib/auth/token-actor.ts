import type { Actor } from '@/lib/domain/call';
import { tokenLimitsOf } from '@/lib/domain/token-limits';
import type { VerifiedToken } from '@/lib/domain/verification';

/** Who acts when a token was verified: the token, for its owner. */
export function tokenActor(token: VerifiedToken): Extract<Actor, { kind: 'token' }> {
  const { id: tokenId, ownerId: personId, description: name, power, ownerRights, expiresAt, standIn } = token;
  const actor = { tokenId, personId, name, power, ownerRights, limits: tokenLimitsOf(token), expiresAt };
  return { kind: 'token', ...actor, ...(standIn === undefined ? {} : { standIn }) };
}
