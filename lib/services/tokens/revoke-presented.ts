import { peppers } from '@/lib/crypto/key-ring';
import { digestSecret } from '@/lib/crypto/secret';
import { removeAccessToken } from '@/lib/db/access-tokens';
import { isSecretOf } from '@/lib/db/token-digests';
import { findToken, markRemoved } from '@/lib/db/tokens';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import type { Client } from '@/lib/domain/client';
import type { VerifiedToken } from '@/lib/domain/verification';
import { scopeFor } from './client-scope';
import { toRemoval } from './remove-at-once';
import { staleVersion } from './require-target';
import { toAccessEnding } from './to-access-ending';
import { verifyTokenAfresh } from './verify-token';

/** Who wants a token ended: a resource server that it was presented to, or a token by its own id and secret. */
export type Revoker = { kind: 'resource-server'; client: Client } | { kind: 'token'; tokenId: string };

/**
 * Ends what was presented (RFC 7009): an access token alone, a token with all its access tokens. A resource server ends what
 * holds something in its services; a token itself and what it was exchanged for. Whatever else is presented, nothing is
 * changed and nothing is told: an answer would say that it lives. The event names who did it.
 */
export async function revokePresented(call: Call, revoker: Revoker, presented: string): Promise<void> {
  const verification = await verifyTokenAfresh(presented, call.now);
  if (verification.outcome !== 'valid' || !concerns(revoker, verification.token)) return;
  const { token } = verification;
  if (token.standIn === undefined) await removeToken(call, revoker, token, presented);
  else await endAccessToken(call, revoker, token, token.standIn);
}

function concerns(revoker: Revoker, token: VerifiedToken): boolean {
  if (revoker.kind === 'token') return revoker.tokenId === token.id;
  return scopeFor(token, revoker.client) !== '';
}

async function removeToken(
  call: Call,
  revoker: Revoker,
  { id, ownerId }: VerifiedToken,
  presented: string,
): Promise<void> {
  const digests = peppers().map((pepper) => digestSecret(presented, pepper));
  await transaction(call, async (tx, record) => {
    const token = await findToken(ownerId, id, tx);
    // Removed or regenerated in the meantime: the secret is dead already.
    if (token === null || !(await isSecretOf(tx, id, digests))) return;
    if (!(await markRemoved(tx, { ownerId, id, version: token.version }, call.now)))
      throw staleVersion(token.version + 1);
    await record(toRemoval(token, nameOf(revoker)));
  });
}

async function endAccessToken(
  call: Call,
  revoker: Revoker,
  token: VerifiedToken,
  standIn: NonNullable<VerifiedToken['standIn']>,
): Promise<void> {
  await transaction(call, async (tx, record) => {
    if (!(await removeAccessToken(tx, token.id, standIn.id))) return;
    await record(toAccessEnding(token, standIn.id, nameOf(revoker)));
  });
}

function nameOf(revoker: Revoker): string | undefined {
  return revoker.kind === 'resource-server' ? `resource server ${revoker.client.name}` : undefined;
}
