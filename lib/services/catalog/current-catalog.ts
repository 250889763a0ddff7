import { createCatalog, type Catalog } from '@/lib/domain/catalog';
import type { Context } from '@/lib/domain/context';
import { processWide } from '@/lib/domain/process-wide';
import type { Service } from '@/lib/domain/service';
import { builtInCatalog } from './built-in-catalog';

interface CatalogOfNow {
  catalog: Catalog;
  services: readonly Service[];
}

/** The built-in catalog alone, indexed once: what the desk's own doors serve. */
export function builtInIndex(): Catalog {
  return processWide('built-in-catalog', () => createCatalog(builtInCatalog));
}

function slot(): { now: CatalogOfNow } {
  return processWide('catalog', () => ({ now: { catalog: builtInIndex(), services: [] } }));
}

/** The catalog of now: the built-in operations and those of the imported services, indexed once per version. */
export function currentCatalog(): Catalog {
  return slot().now.catalog;
}

/** True for contexts of a type that the catalog lists. The keys of an imported service's contexts are the service's own. */
export function isContextTypeKnown(context: Context): boolean {
  return currentCatalog().contextTypes.some(({ type }) => context.startsWith(`${type}:`));
}

/** The context types that came with imported services: the desk knows no list of their contexts. */
export function importedContextTypes(): { type: string; title: string }[] {
  const own = new Set(builtInCatalog.contextTypes.map(({ type }) => type));
  return currentCatalog()
    .contextTypes.filter(({ type }) => !own.has(type))
    .map(({ type, title }) => ({ type, title }));
}

/** The imported services of now, with the requests that their operations stand for. One array per version. */
export function currentServices(): readonly Service[] {
  return slot().now.services;
}

/** Puts imported services beside the built-in ones. Only load-catalog.ts calls it. */
export function replaceServices(services: readonly Service[]): void {
  const types = new Map(builtInCatalog.contextTypes.map((each) => [each.type, each]));
  for (const { type } of services.flatMap(({ contexts }) => contexts)) {
    if (!types.has(type)) types.set(type, { type, title: titleOf(type), example: `${type}:main` });
  }
  const catalog = createCatalog({
    contextTypes: [...types.values()],
    operations: [...builtInCatalog.operations, ...services.flatMap(({ operations }) => operations)],
    permissionSets: builtInCatalog.permissionSets,
    imported: services.map(({ name }) => name),
  });
  slot().now = { catalog, services };
}

/** `cost-center` → `Cost center`. */
function titleOf(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1).replaceAll('-', ' ');
}
