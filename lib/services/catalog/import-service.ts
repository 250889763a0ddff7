import { randomId } from '@/lib/crypto/random-id';
import { findService, putService } from '@/lib/db/services';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import type { Service } from '@/lib/domain/service';
import { importServiceSchema, type ImportServiceInput } from '@/lib/domain/service-input';
import type { ImportResult } from '@/lib/domain/service-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { loadCatalog } from './load-catalog';
import { planImport, readImport, type ImportPlan } from './plan-import';
import { requireSeenVersion, staleService } from './require-service';
import { toServiceRow } from './service-row';

/**
 * Makes the operations of an OpenAPI document permissions, under a service's name; once more, it brings that service to
 * what the document says now: what tokens and roles hold stays, operations that the document no longer has are gone. The
 * very same document writes nothing. Needs desk.catalog.Manage and the actor's own password. Throws invalid_input with
 * line and column, stale_version, wrong_proof, proof_locked, overloaded.
 */
export async function importService(call: Call, input: ImportServiceInput): Promise<ImportResult> {
  const { version, proof, ...parsed } = parseInput(importServiceSchema, input);
  await requireDeskPermission(call, deskPermissions.manageCatalog);
  const read = await readImport(parsed);
  await requireProof(call, proof);
  const { service, plan } = await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageCatalog, tx);
    const former = await findService(parsed.name, tx);
    requireSeenVersion(parsed.name, former, version);
    const planned = planImport(read, former);
    if (former !== null && planned.isUnchanged) return { service: former, plan: planned };
    const stored = toService(planned, former, call.now);
    if (!(await putService(tx, stored, former?.version ?? null)))
      throw staleService(parsed.name, former?.version ?? 0);
    await record({
      action: 'service.imported',
      subjectKind: 'service',
      subjectId: stored.id,
      ownerId: null,
      data: { name: stored.name, title: stored.title, ...countsOf(planned) },
    });
    return { service: { ...stored, version: (former?.version ?? 0) + 1 }, plan: planned };
  });
  if (!plan.isUnchanged) await loadCatalog();
  const { isUnchanged, notes } = plan;
  return { service: toServiceRow(service), isUnchanged, ...countsOf(plan), notes };
}

function toService(
  { facts, merged }: ImportPlan,
  former: Service | null,
  now: Date,
): Omit<Service, 'version'> {
  return {
    id: former?.id ?? randomId(),
    ...facts,
    operations: merged.operations,
    createdAt: former?.createdAt ?? now,
    changedAt: now,
    removedAt: null,
  };
}

function countsOf({ merged }: ImportPlan) {
  return {
    added: merged.added.length,
    changed: merged.changed.length,
    gone: merged.gone.length,
    returned: merged.returned.length,
    unchanged: merged.unchanged,
  };
}
