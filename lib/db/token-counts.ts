import type { Access } from '@/lib/domain/grant';
import { reading } from './client';
import { accessOf } from './token-access';

/** How many of an owner's tokens share an access and an end. */
export interface TokenGroup {
  access: Access;
  expiresAt: Date | null;
  isUsed: boolean;
  count: number;
}

/** The owner's tokens that have not been removed, counted by what the page's sentence speaks of. */
export async function groupTokens(ownerId: string): Promise<TokenGroup[]> {
  const client = await reading();
  const rows = await client.token.findMany({
    where: { ownerId, removedAt: null },
    select: { access: true, grants: true, expiresAt: true, lastUsedAt: true },
  });
  return rows.map((row) => ({
    access: accessOf(row),
    expiresAt: row.expiresAt,
    isUsed: row.lastUsedAt !== null,
    count: 1,
  }));
}
