import { findService } from '@/lib/db/services';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { templateParameters } from '@/lib/domain/imports/merge-operations';
import { parseInput } from '@/lib/domain/parse-input';
import type { Counted } from '@/lib/domain/role-view';
import type { ServiceOperation } from '@/lib/domain/service';
import { previewImportSchema, type PreviewImportInput } from '@/lib/domain/service-input';
import type { ImportPreview, PathParameter, PreviewedOperation } from '@/lib/domain/service-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { findTouchedRoles, findTouchedTokens } from './find-touched';
import { planImport, readImport } from './plan-import';
import { toServiceRow } from './service-row';

const shownAtMost = 200;
const parametersShownAtMost = 100;

/**
 * What an import of this document under this name would do at this moment. Changes nothing. Needs desk.catalog.Manage.
 * Throws invalid_input with line and column of what is wrong with the document, overloaded.
 */
export async function previewImport(call: Call, input: PreviewImportInput): Promise<ImportPreview> {
  const parsed = parseInput(previewImportSchema, input);
  await requireDeskPermission(call, deskPermissions.manageCatalog);
  const read = await readImport(parsed);
  const former = await findService(parsed.name);
  const { facts, merged, isUnchanged, notes } = planImport(read, former);
  const { documentDigest: _, ...told } = facts;
  return {
    ...told,
    former: former === null ? null : toServiceRow(former),
    isUnchanged,
    operationCount: read.outline.operations.length,
    added: counted(merged.added, toPreviewed),
    changed: counted(merged.changed, ({ after, differences }) => ({ ...toPreviewed(after), differences })),
    gone: counted(merged.gone, toPreviewed),
    returned: counted(merged.returned, toPreviewed),
    unchanged: merged.unchanged,
    tokens: await findTouchedTokens(parsed.name, merged, call.now),
    roles: await findTouchedRoles(parsed.name, merged, call.now),
    pathParameters: pathParameters(read.outline.operations, facts.contexts),
    notes,
  };
}

function counted<From, To>(items: readonly From[], toShown: (item: From) => To): Counted<To> {
  return { total: items.length, shown: items.slice(0, shownAtMost).map(toShown) };
}

function toPreviewed(operation: ServiceOperation): PreviewedOperation {
  const { code, summary, reach, contextType, route } = operation;
  return { code, summary, reach, contextType, method: route.method, path: route.path };
}

/** The path parameters, the most frequent first: what could be a context. */
function pathParameters(
  operations: readonly { path: string }[],
  contexts: ImportPreview['contexts'],
): PathParameter[] {
  const found = new Map<string, { operationCount: number; example: string }>();
  for (const { path } of operations) {
    for (const name of new Set(templateParameters(path))) {
      const known = found.get(name);
      found.set(name, { operationCount: (known?.operationCount ?? 0) + 1, example: known?.example ?? path });
    }
  }
  return [...found]
    .map(([name, each]) => ({
      name,
      ...each,
      type: contexts.find(({ parameter }) => parameter === name)?.type ?? null,
    }))
    .sort((one, other) => other.operationCount - one.operationCount || (one.name < other.name ? -1 : 1))
    .slice(0, parametersShownAtMost);
}
