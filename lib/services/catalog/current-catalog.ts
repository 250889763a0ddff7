import { createCatalog, type Catalog } from '@/lib/domain/catalog';
import { builtInCatalog } from './built-in-catalog';

let current: Catalog | undefined;

/** The catalog of now, indexed once. The built-in one is a file; imported services join it later. */
export function currentCatalog(): Catalog {
  current ??= createCatalog(builtInCatalog);
  return current;
}
