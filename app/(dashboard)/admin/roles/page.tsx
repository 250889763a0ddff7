import type { Metadata } from 'next';
import { RolesView } from '@/components/admin/roles/roles-view';
import { requireAdministration } from '@/lib/auth/require-administration';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { patternsHeldEverywhere } from '@/lib/domain/role-effect';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { listRoleRows } from '@/lib/services/roles/list-role-rows';

export const metadata: Metadata = { title: 'Roles' };

export default async function RolesPage() {
  const { call, person } = await requireAdministration('/admin/roles', deskPermissions.manageRoles);
  const roles = await listRoleRows(call);
  const { operations, teeth } = currentCatalog();
  return (
    <RolesView
      roles={roles}
      operationCount={operations.length}
      components={teeth}
      mine={patternsHeldEverywhere(person.rights)}
      username={person.email}
    />
  );
}
