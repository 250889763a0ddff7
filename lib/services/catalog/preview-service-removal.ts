import { findService } from '@/lib/db/services';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import { serviceNameSchema } from '@/lib/domain/service';
import type { RemovalPreview } from '@/lib/domain/service-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { findTouchedRoles, findTouchedTokens } from './find-touched';
import { requireService } from './require-service';

/** Which tokens and roles would lose something if a service were removed. Needs desk.catalog.Manage. Throws not_found. */
export async function previewServiceRemoval(call: Call, name: string): Promise<RemovalPreview> {
  const wanted = parseInput(serviceNameSchema, name);
  await requireDeskPermission(call, deskPermissions.manageCatalog);
  const { version, operations } = requireService(wanted, await findService(wanted));
  const gone = operations.filter(({ isGone }) => isGone !== true);
  const changes = { added: [], changed: [], gone, returned: [] };
  return {
    version,
    goneCount: gone.length,
    tokens: await findTouchedTokens(wanted, changes, call.now),
    roles: await findTouchedRoles(wanted, changes, call.now),
  };
}
