import type { RoleHeld, RoleView } from '@/lib/domain/person';

/** What came and what went between two lists of roles, in the order of the lists. */
export interface RoleChanges {
  added: readonly RoleHeld[];
  removed: readonly RoleHeld[];
  kept: readonly RoleHeld[];
}

export function roleChanges(before: readonly RoleHeld[], after: readonly RoleHeld[]): RoleChanges {
  const isIn = (list: readonly RoleHeld[], held: RoleHeld) =>
    list.some((each) => each.role === held.role && each.context === held.context);
  return {
    added: after.filter((held) => !isIn(before, held)),
    removed: before.filter((held) => !isIn(after, held)),
    kept: after.filter((held) => isIn(before, held)),
  };
}

/** The name of a role by its key. */
export function roleName(roles: readonly RoleView[], key: string): string {
  return roles.find((role) => role.key === key)?.name ?? key;
}

/** The same assignments in one order: `global` first, then by context; within one, as the roles are listed. */
export function sortRoles(held: readonly RoleHeld[], roles: readonly RoleView[]): RoleHeld[] {
  const rank = new Map(roles.map((role, index) => [role.key, index]));
  const place = ({ role, context }: RoleHeld) =>
    `${context === 'global' ? 0 : 1}${context} ${String(rank.get(role) ?? 99).padStart(2, '0')}`;
  return [...held].sort((one, other) => place(one).localeCompare(place(other)));
}

/** What is wrong with a list of roles being edited, by line; empty when nothing is. */
export function roleProblems(held: readonly RoleHeld[]): ReadonlyMap<number, string> {
  const problems = new Map<number, string>();
  const seen = new Set<string>();
  for (const [index, { role, context }] of held.entries()) {
    if (seen.has(`${role} ${context}`)) problems.set(index, 'This role stands here twice.');
    seen.add(`${role} ${context}`);
  }
  return problems;
}
