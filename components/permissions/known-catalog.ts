'use client';

import { createCatalog, type Catalog } from '@/lib/domain/catalog';
import { unpackCatalog, type SentCatalog } from '@/lib/domain/packed-catalog';

/** The catalog that was sent last: it is large, and sent again only when it has changed. */
let known: { version: string; catalog: Catalog } | null = null;

/** The version to name when asking for the catalog. */
export function knownVersion(): string | undefined {
  return known?.version;
}

/** The catalog of an answer: what was sent, or what was known already. */
export function catalogOf({ version, catalog }: SentCatalog): Catalog {
  if (catalog !== null) known = { version, catalog: createCatalog(unpackCatalog(catalog)) };
  if (known === null) throw new Error('The desk sent no catalog.');
  return known.catalog;
}
