import { findService, putService } from '@/lib/db/services';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { removeServiceSchema, type RemoveServiceInput } from '@/lib/domain/service-input';
import type { ServiceRow } from '@/lib/domain/service-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { loadCatalog } from './load-catalog';
import { requireSeenVersion, requireService, staleService } from './require-service';
import { toServiceRow } from './service-row';

/**
 * Takes a service out of the catalog: all its operations are gone, and give nothing any more. What tokens and roles hold
 * of it stays and is told as gone; an import under the same name brings it back. Needs desk.catalog.Manage and the actor's
 * own password. Throws not_found, stale_version, wrong_state when it is removed already, wrong_proof, proof_locked.
 */
export async function removeService(call: Call, input: RemoveServiceInput): Promise<ServiceRow> {
  const { name, version, proof } = parseInput(removeServiceSchema, input);
  await requireDeskPermission(call, deskPermissions.manageCatalog);
  await requireProof(call, proof);
  const removed = await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageCatalog, tx);
    const service = requireService(name, await findService(name, tx));
    requireSeenVersion(name, service, version);
    if (service.removedAt !== null)
      throw new DeskError('wrong_state', `${name} is removed already.`, { state: 'removed' });
    const { version: seen, ...columns } = service;
    const stored = {
      ...columns,
      operations: service.operations.map((each) => ({ ...each, isGone: true as const })),
      changedAt: call.now,
      removedAt: call.now,
    };
    if (!(await putService(tx, stored, seen))) throw staleService(name, seen);
    await record({
      action: 'service.removed',
      subjectKind: 'service',
      subjectId: service.id,
      ownerId: null,
      data: { name, title: service.title, gone: toServiceRow(service).operationCount },
    });
    return { ...stored, version: seen + 1 };
  });
  await loadCatalog();
  return toServiceRow(removed);
}
