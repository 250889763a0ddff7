import { findRoles } from '@/lib/db/roles';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { RoleView } from '@/lib/domain/person';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { byRank } from './role-rows';

/** Every role, the built-in ones first and from wide to narrow. Needs desk.people.Manage. */
export async function listRoles(call: Call): Promise<RoleView[]> {
  await requireDeskPermission(call, deskPermissions.managePeople);
  return (await findRoles())
    .sort(byRank)
    .map(({ key, name, summary, patterns }) => ({ key, name, summary, patterns }));
}
