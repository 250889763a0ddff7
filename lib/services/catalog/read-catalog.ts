import type { Call } from '@/lib/domain/call';
import type { Operation, PermissionSet } from '@/lib/domain/catalog';
import { currentCatalog } from './current-catalog';

/** The catalog for clients: what can be granted. The same for everyone who is known at all. */
export interface CatalogView {
  operations: Pick<Operation, 'code' | 'summary' | 'reach' | 'contextType'>[];
  permissionSets: (Pick<PermissionSet, 'name' | 'summary'> & { permissions: string[] })[];
}

/** Every operation and every permission set, with what it includes today. */
export function readCatalog(_call: Call): Promise<CatalogView> {
  const { operations, permissionSets, sets } = currentCatalog();
  return Promise.resolve({
    operations: operations.map(({ code, summary, reach, contextType }) => ({
      code,
      summary,
      reach,
      contextType,
    })),
    permissionSets: permissionSets.map(({ name, summary }) => ({
      name,
      summary,
      permissions: [...(sets.get(name) ?? [])],
    })),
  });
}
