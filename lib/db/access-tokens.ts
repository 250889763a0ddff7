import type { Access } from '@/lib/domain/grant';
import { reading } from './client';
import { accessColumns } from './token-access';
import type { Transaction } from './transaction';

/** A short-lived stand-in for a token, as it is stored. */
export interface NewAccessToken {
  id: string;
  tokenId: string;
  /** What it is narrowed to; null when it holds all that the token does. */
  narrowedTo: Access | null;
  digest: string;
  keyId: string;
  createdAt: Date;
  expiresAt: Date;
}

export async function insertAccessToken(tx: Transaction, accessToken: NewAccessToken): Promise<void> {
  const { narrowedTo, ...columns } = accessToken;
  const access = narrowedTo === null ? { access: 'same', grants: '[]' } : accessColumns(narrowedTo);
  await tx.accessToken.create({ data: { ...columns, ...access } });
}

/** Ends every stand-in of a token. */
export async function removeAccessTokens(tx: Transaction, tokenId: string): Promise<void> {
  await tx.accessToken.deleteMany({ where: { tokenId } });
}

/** Ends one stand-in of a token, by its own id; false when it is over already. */
export async function removeAccessToken(tx: Transaction, tokenId: string, id: string): Promise<boolean> {
  return (await tx.accessToken.deleteMany({ where: { id, tokenId } })).count === 1;
}

/** The stand-ins that these digests are of and that live at `now`, each with its token, unless that was removed. */
export async function findStandIns(
  digests: readonly string[],
  now: Date,
  tx?: Transaction,
): Promise<{ id: string; token: { id: string; ownerId: string; description: string } }[]> {
  const client = tx ?? (await reading());
  return client.accessToken.findMany({
    where: { digest: { in: [...digests] }, expiresAt: { gt: now }, token: { removedAt: null } },
    select: { id: true, token: { select: { id: true, ownerId: true, description: true } } },
  });
}

/** Ends stand-ins by their own ids, whichever tokens they are of. */
export async function removeStandIns(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.accessToken.deleteMany({ where: { id: { in: [...ids] } } });
}

/** Removes the rows of stand-ins that could not live any more at `before`. */
export async function removeOldAccessTokens(tx: Transaction, before: Date): Promise<void> {
  await tx.accessToken.deleteMany({ where: { expiresAt: { lt: before } } });
}
