import { packCatalog, type PackedCatalog, type SentCatalog } from '@/lib/domain/packed-catalog';
import { processWide } from '@/lib/domain/process-wide';
import { currentCatalog, currentServices } from './current-catalog';

/** The catalog of now; `known` is the version that the page has already. */
export function sentCatalog(known?: string): SentCatalog {
  const version = catalogVersion();
  return { version, catalog: known === version ? null : packedCatalog() };
}

/** The same for the same operations, whichever node answers. */
function catalogVersion(): string {
  return ['built-in', ...currentServices().map(({ name, version }) => `${name}:${version}`)].join(' ');
}

/** The catalog of now, packed once. */
function packedCatalog(): PackedCatalog {
  const slot = processWide<{ of: object | null; packed: PackedCatalog | null }>('packed-catalog', () => ({
    of: null,
    packed: null,
  }));
  const catalog = currentCatalog();
  if (slot.packed === null || slot.of !== catalog) {
    const { contextTypes, operations, permissionSets, imported = [] } = catalog;
    slot.packed = packCatalog({ contextTypes, operations: [...operations], permissionSets, imported });
    slot.of = catalog;
  }
  return slot.packed;
}
