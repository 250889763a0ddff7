import type { RoleHeld } from '@/lib/domain/person';
import { reading } from './client';
import type { Transaction } from './transaction';

/** Someone who holds a role, with all that they hold. */
export interface RoleHolder {
  id: string;
  name: string;
  email: string;
  isBlocked: boolean;
  roles: RoleHeld[];
}

/** Who holds something that `assignment` describes, by name. People who were removed hold nothing. */
async function findHoldersOf(
  assignment: { role: { key: string } } | { context: string },
): Promise<RoleHolder[]> {
  const client = await reading();
  const rows = await client.person.findMany({
    where: { removedAt: null, assignments: { some: assignment } },
    select: {
      id: true,
      name: true,
      email: true,
      blockedAt: true,
      assignments: {
        select: { context: true, role: { select: { key: true } } },
        orderBy: { context: 'asc' },
      },
    },
    orderBy: [{ name: 'asc' }, { number: 'asc' }],
  });
  return rows.map(({ blockedAt, assignments, ...person }) => ({
    ...person,
    isBlocked: blockedAt !== null,
    roles: assignments.map(({ context, role }) => ({ context, role: role.key })),
  }));
}

/** Everyone who holds a role, in whichever context. */
export async function findRoleHolders(role: string): Promise<RoleHolder[]> {
  return findHoldersOf({ role: { key: role } });
}

/** Everyone who holds a role in this very context. */
export async function findContextHolders(context: string): Promise<RoleHolder[]> {
  return findHoldersOf({ context });
}

/** How many people who were not removed hold a role, in whichever context. */
export async function countRoleHolders(roleId: string, tx: Transaction): Promise<number> {
  return tx.person.count({ where: { removedAt: null, assignments: { some: { roleId } } } });
}

/** How many people hold a role, and how many live tokens those of them have who are not blocked. */
export interface RoleUse {
  holders: number;
  tokens: number;
}

/** The use of every role at `now`, by the role's key. */
export async function roleUses(now: Date): Promise<Map<string, RoleUse>> {
  const client = await reading();
  const rows = await client.$queryRaw<
    { key: string; holders: bigint | number; tokens: bigint | number | null }[]
  >`
    SELECT r."key", COUNT(h."personId") AS "holders", SUM(h."tokens") AS "tokens"
    FROM "Role" r
    LEFT JOIN (
      SELECT DISTINCT a."roleId", a."personId",
        CASE WHEN p."blockedAt" IS NULL THEN COALESCE(n."tokens", 0) ELSE 0 END AS "tokens"
      FROM "RoleAssignment" a
      JOIN "Person" p ON p."id" = a."personId" AND p."removedAt" IS NULL
      LEFT JOIN (
        SELECT "ownerId", COUNT(*) AS "tokens" FROM "Token"
        WHERE "removedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > ${now}) GROUP BY "ownerId"
      ) n ON n."ownerId" = a."personId"
    ) h ON h."roleId" = r."id"
    GROUP BY r."key"`;
  return new Map(
    rows.map((row) => [row.key, { holders: Number(row.holders), tokens: Number(row.tokens ?? 0) }]),
  );
}

/** How many people who were not removed hold a role in each context. */
export async function countHoldersByContext(): Promise<Map<string, number>> {
  const client = await reading();
  const rows = await client.$queryRaw<{ context: string; people: bigint | number }[]>`
    SELECT a."context", COUNT(DISTINCT a."personId") AS "people"
    FROM "RoleAssignment" a JOIN "Person" p ON p."id" = a."personId" AND p."removedAt" IS NULL
    GROUP BY a."context"`;
  return new Map(rows.map((row) => [row.context, Number(row.people)]));
}
