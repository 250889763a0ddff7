import type { Rights } from '@/lib/domain/rights';
import { reading } from './client';
import type { Prisma } from './generated/sqlite/client';

/** The columns of a person's role assignments that rights are made of. */
export const assignmentColumns = {
  context: true,
  role: { select: { patterns: { select: { pattern: true } } } },
} as const satisfies Prisma.RoleAssignmentSelect;

type AssignmentRow = Prisma.RoleAssignmentGetPayload<{ select: typeof assignmentColumns }>;

/** Role assignments as rights: one per role and context. */
export function toRights(rows: readonly AssignmentRow[]): Rights {
  return rows.map((row) => ({
    context: row.context,
    patterns: row.role.patterns.map((each) => each.pattern),
  }));
}

/** What a person holds now; nothing for a blocked or unknown person. Inside a transaction, pass it (the re-check of a change). */
export async function rightsOf(personId: string, tx?: Prisma.TransactionClient): Promise<Rights> {
  const client = tx ?? (await reading());
  const rows = await client.roleAssignment.findMany({
    where: { personId, person: { blockedAt: null } },
    select: assignmentColumns,
  });
  return toRights(rows);
}

/** What a person's roles give, also while they are blocked: what they, and their tokens, hold again when they are let in. */
export async function assignedRightsOf(personId: string, tx?: Prisma.TransactionClient): Promise<Rights> {
  const client = tx ?? (await reading());
  return toRights(await client.roleAssignment.findMany({ where: { personId }, select: assignmentColumns }));
}
