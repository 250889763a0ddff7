import type { Access } from '@/lib/domain/grant';
import type { Token } from '@/lib/domain/token';
import { reading } from './client';
import { accessOf, type AccessColumns } from './token-access';
import { tokenColumns, toToken } from './tokens';

/** How many live tokens of one owner share an access. */
export interface LiveGroup {
  ownerId: string;
  access: Access;
  /** The same as it lies in the rows, to find them again. */
  columns: AccessColumns;
  count: number;
}

interface GroupRow extends AccessColumns {
  ownerId: string;
  count: bigint | number;
}

function toGroup({ ownerId, access, grants, count }: GroupRow): LiveGroup {
  const columns = { access, grants };
  return { ownerId, access: accessOf(columns), columns, count: Number(count) };
}

/**
 * The live tokens of everyone who holds a role and is not blocked, counted where they lie: by owner and access. Live: not
 * removed, not expired at `now`.
 */
export async function groupHoldersTokens(role: string, now: Date): Promise<LiveGroup[]> {
  const client = await reading();
  const rows = await client.$queryRaw<GroupRow[]>`
    SELECT t."ownerId", t."access", t."grants", COUNT(*) AS "count" FROM "Token" t
    WHERE t."removedAt" IS NULL AND (t."expiresAt" IS NULL OR t."expiresAt" > ${now})
      AND t."ownerId" IN (
        SELECT a."personId" FROM "RoleAssignment" a
        JOIN "Role" r ON r."id" = a."roleId" JOIN "Person" p ON p."id" = a."personId"
        WHERE r."key" = ${role} AND p."blockedAt" IS NULL AND p."removedAt" IS NULL)
    GROUP BY t."ownerId", t."access", t."grants"`;
  return rows.map(toGroup);
}

/** Everyone's live limited tokens at `now`, counted where they lie: by owner and access. */
export async function groupLimitedTokens(now: Date): Promise<LiveGroup[]> {
  const client = await reading();
  const rows = await client.$queryRaw<GroupRow[]>`
    SELECT "ownerId", "access", "grants", COUNT(*) AS "count" FROM "Token"
    WHERE "access" = 'limited' AND "removedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > ${now})
    GROUP BY "ownerId", "access", "grants"`;
  return rows.map(toGroup);
}

/** Everyone's live tokens at `now` that name operations of a service, counted where they lie. */
export async function groupTokensNaming(service: string, now: Date): Promise<LiveGroup[]> {
  const client = await reading();
  const rows = await client.$queryRaw<GroupRow[]>`
    SELECT "ownerId", "access", "grants", COUNT(*) AS "count" FROM "Token"
    WHERE "access" = 'limited' AND "removedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > ${now})
      AND instr("grants", ${`"${service}.`}) > 0
    GROUP BY "ownerId", "access", "grants"`;
  return rows.map(toGroup);
}

/** A live token with its owner's name. */
export interface LiveToken {
  token: Token;
  ownerName: string;
}

/** Tokens of the first `limit` of these groups that live at `now`, newest first; at most `limit`. */
export async function findLiveTokens(
  groups: readonly LiveGroup[],
  now: Date,
  limit: number,
): Promise<LiveToken[]> {
  if (groups.length === 0) return [];
  const client = await reading();
  const rows = await client.token.findMany({
    where: {
      removedAt: null,
      AND: [
        { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
        { OR: groups.slice(0, limit).map(({ ownerId, columns }) => ({ ownerId, ...columns })) },
      ],
    },
    orderBy: { number: 'desc' },
    take: limit,
    select: { ...tokenColumns, owner: { select: { name: true } } },
  });
  return rows.map(({ owner, ...row }) => ({ token: toToken(row), ownerName: owner.name }));
}
