import { findServices } from '@/lib/db/services';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { ServiceRow } from '@/lib/domain/service-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { toServiceRow } from './service-row';

/** Every service that was ever imported, by name; those that were removed too. Needs desk.catalog.Manage. */
export async function listServices(call: Call): Promise<ServiceRow[]> {
  await requireDeskPermission(call, deskPermissions.manageCatalog);
  return (await findServices()).map(toServiceRow);
}
