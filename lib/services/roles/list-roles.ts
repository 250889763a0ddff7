import { findRoles } from '@/lib/db/roles';
import { builtInRoles } from '@/lib/domain/built-in-roles';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { RoleView } from '@/lib/domain/person';
import { requireDeskPermission } from '@/lib/services/access/require-permission';

/** Every role, the built-in ones first and from wide to narrow. Needs desk.people.Manage. */
export async function listRoles(call: Call): Promise<RoleView[]> {
  await requireDeskPermission(call, deskPermissions.managePeople);
  const order = new Map<string, number>(builtInRoles.map((role, index) => [role.key, index]));
  const rank = (key: string) => order.get(key) ?? order.size;
  const roles = (await findRoles()).map(({ key, name, summary, patterns }) => ({
    key,
    name,
    summary,
    patterns,
  }));
  return roles.sort((one, other) => rank(one.key) - rank(other.key) || one.name.localeCompare(other.name));
}
