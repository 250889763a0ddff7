import { reading } from './client';
import { Prisma } from './generated/sqlite/client';

/** A token as the log knows it, also when it was removed. */
export interface NamedToken {
  id: string;
  ownerId: string;
  isRemoved: boolean;
}

/**
 * The tokens, removed ones too, with this id or with this text in their description, newest first; at most `limit`. `%` and
 * `_` are themselves. `ownerId` null: of everyone.
 */
export async function findTokensCalled(
  text: string,
  ownerId: string | null,
  limit: number,
): Promise<NamedToken[]> {
  const client = await reading();
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const owned = ownerId === null ? Prisma.empty : Prisma.sql`"ownerId" = ${ownerId} AND`;
  const rows = await client.$queryRaw<{ id: string; ownerId: string; isRemoved: number | bigint }[]>`
    SELECT "id", "ownerId", "removedAt" IS NOT NULL AS "isRemoved" FROM "Token"
    WHERE ${owned} ("id" = ${text} OR "description" LIKE ${pattern} ESCAPE '\\')
    ORDER BY "number" DESC LIMIT ${limit}`;
  return rows.map(({ id, ownerId: owner, isRemoved }) => ({
    id,
    ownerId: owner,
    isRemoved: Number(isRemoved) !== 0,
  }));
}
