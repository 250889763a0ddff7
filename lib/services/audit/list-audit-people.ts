import { findPeople } from '@/lib/db/people';
import type { AuditPerson } from '@/lib/domain/admin-view';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { requireDeskPermission } from '@/lib/services/access/require-permission';

/** Everyone the audit log can be narrowed to, by name. Needs desk.audit.View. */
export async function listAuditPeople(call: Call): Promise<AuditPerson[]> {
  await requireDeskPermission(call, deskPermissions.viewAudit);
  return (await findPeople(call.now)).map(({ id, name }) => ({ id, name }));
}
