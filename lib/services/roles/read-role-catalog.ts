import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { SentCatalog } from '@/lib/domain/packed-catalog';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { sentCatalog } from '@/lib/services/catalog/sent-catalog';

/** The catalog that a role is picked from, unless the page has this version already. Needs desk.roles.Manage. */
export async function readRoleCatalog(call: Call, known?: string): Promise<SentCatalog> {
  await requireDeskPermission(call, deskPermissions.manageRoles);
  return sentCatalog(known);
}
