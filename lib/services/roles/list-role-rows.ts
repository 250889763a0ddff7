import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { RoleRow } from '@/lib/domain/role-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { readRoleRows } from './role-rows';

/** Every role with what it matches and who holds it, the built-in ones first. Needs desk.roles.Manage. */
export async function listRoleRows(call: Call): Promise<RoleRow[]> {
  await requireDeskPermission(call, deskPermissions.manageRoles);
  return readRoleRows(call.now);
}
