import { roleUses } from '@/lib/db/role-holders';
import { findRoles, type RoleRecord } from '@/lib/db/roles';
import { builtInRoles } from '@/lib/domain/built-in-roles';
import { matchedBy } from '@/lib/domain/role-effect';
import type { RoleRow } from '@/lib/domain/role-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { teethOf } from '@/lib/services/tokens/token-row';

const ranks = new Map<string, number>(builtInRoles.map((role, index) => [role.key, index]));

/** The order of roles everywhere: the built-in ones first and from wide to narrow, then the others by name. */
export function byRank(one: { key: string; name: string }, other: { key: string; name: string }): number {
  const rank = (key: string) => ranks.get(key) ?? ranks.size;
  return rank(one.key) - rank(other.key) || one.name.localeCompare(other.name);
}

/** Every role as the Roles page shows it, with its use at `now`. */
export async function readRoleRows(now: Date): Promise<RoleRow[]> {
  const [roles, uses] = [await findRoles(), await roleUses(now)];
  return roles.sort(byRank).map((role) => toRow(role, uses.get(role.key) ?? { holders: 0, tokens: 0 }));
}

function toRow(role: RoleRecord, use: { holders: number; tokens: number }): RoleRow {
  const { key, name, summary, patterns, version, isBuiltIn } = role;
  const catalog = currentCatalog();
  const { codes, unmatched } = matchedBy(patterns, catalog);
  return {
    key,
    name,
    summary,
    patterns,
    version,
    isBuiltIn,
    operationCount: codes.length,
    teeth: teethOf(codes, catalog),
    unmatched,
    holderCount: use.holders,
    tokenCount: use.tokens,
  };
}
