import type { RoleHeld, RoleView } from '@/lib/domain/person';
import { reading } from './client';
import type { Transaction } from './transaction';

/** A role as it is stored. */
export interface RoleRecord extends RoleView {
  id: string;
  isBuiltIn: boolean;
  /** Rises with every change (If-Match). */
  version: number;
}

/** Every role with its patterns, in the order they were made. */
export async function findRoles(tx?: Transaction): Promise<RoleRecord[]> {
  const client = tx ?? (await reading());
  const rows = await client.role.findMany({
    select: {
      id: true,
      key: true,
      name: true,
      summary: true,
      builtIn: true,
      version: true,
      patterns: { select: { pattern: true } },
    },
  });
  return rows.map(({ builtIn, patterns, ...role }) => ({
    ...role,
    isBuiltIn: builtIn,
    patterns: patterns.map((each) => each.pattern).sort(),
  }));
}

/** Writes a role by its key, with exactly these patterns. */
export async function putRole(tx: Transaction, role: Omit<RoleRecord, 'version'>): Promise<void> {
  const { id, key, name, summary, isBuiltIn, patterns } = role;
  await tx.role.upsert({
    where: { key },
    create: { id, key, name, summary, builtIn: isBuiltIn },
    update: { name, summary, version: { increment: 1 } },
  });
  const stored = await tx.role.findUniqueOrThrow({ where: { key }, select: { id: true } });
  await tx.rolePattern.deleteMany({ where: { roleId: stored.id } });
  await tx.rolePattern.createMany({ data: patterns.map((pattern) => ({ roleId: stored.id, pattern })) });
}

/**
 * Sets name, summary and patterns of a role of one's own when its version is still `version`, and raises it; false when
 * someone was quicker. A built-in role is never found.
 */
export async function changeRole(
  tx: Transaction,
  role: Pick<RoleRecord, 'id' | 'version' | 'name' | 'summary' | 'patterns'>,
): Promise<boolean> {
  const { id, version, name, summary, patterns } = role;
  const { count } = await tx.role.updateMany({
    where: { id, version, builtIn: false },
    data: { name, summary, version: { increment: 1 } },
  });
  if (count !== 1) return false;
  await tx.rolePattern.deleteMany({ where: { roleId: id } });
  await tx.rolePattern.createMany({ data: patterns.map((pattern) => ({ roleId: id, pattern })) });
  return true;
}

/** Deletes a role of one's own that is still at `version` and that nobody but removed people hold; false else. */
export async function deleteRole(tx: Transaction, id: string, version: number): Promise<boolean> {
  await tx.roleAssignment.deleteMany({ where: { roleId: id, person: { removedAt: { not: null } } } });
  const { count } = await tx.role.deleteMany({
    where: { id, version, builtIn: false, assignments: { none: {} } },
  });
  return count === 1;
}

/** The roles a person holds, by context and key. */
export async function rolesOf(tx: Transaction, personId: string): Promise<RoleHeld[]> {
  const rows = await tx.roleAssignment.findMany({
    where: { personId },
    select: { context: true, role: { select: { key: true } } },
  });
  return rows.map(({ context, role }) => ({ role: role.key, context }));
}

/** Replaces all roles of a person. Keys must exist. */
export async function replaceRoles(
  tx: Transaction,
  personId: string,
  roles: readonly RoleHeld[],
): Promise<void> {
  const known = await tx.role.findMany({ select: { id: true, key: true } });
  const idOf = new Map(known.map((role) => [role.key, role.id]));
  await tx.roleAssignment.deleteMany({ where: { personId } });
  await tx.roleAssignment.createMany({
    data: roles.map(({ role, context }) => ({ personId, roleId: idOf.get(role) ?? role, context })),
  });
}

/** How many people who are not blocked hold `role` in `global`; without `exceptId`, when given. */
export async function countHolders(role: string, exceptId: string | null, tx?: Transaction): Promise<number> {
  const client = tx ?? (await reading());
  return client.roleAssignment.count({
    where: {
      role: { key: role },
      context: 'global',
      person: { blockedAt: null },
      ...(exceptId === null ? {} : { personId: { not: exceptId } }),
    },
  });
}
