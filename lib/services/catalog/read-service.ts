import { findService } from '@/lib/db/services';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import { serviceNameSchema } from '@/lib/domain/service';
import type { ServiceView } from '@/lib/domain/service-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireService } from './require-service';
import { toServiceRow } from './service-row';

/** An imported service with its operations, gone ones last. Needs desk.catalog.Manage. Throws not_found. */
export async function readService(call: Call, name: string): Promise<ServiceView> {
  const wanted = parseInput(serviceNameSchema, name);
  await requireDeskPermission(call, deskPermissions.manageCatalog);
  const service = requireService(wanted, await findService(wanted));
  return { ...toServiceRow(service), operations: service.operations };
}
