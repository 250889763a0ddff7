import { onEvent } from '@/lib/db/event-feed';
import { findServices, findServiceVersions } from '@/lib/db/services';
import { processWide } from '@/lib/domain/process-wide';
import { isFollowing } from '@/lib/services/feed/follow-log';
import { reportFault } from '@/lib/services/audit/report-fault';
import { watchedCache } from '@/lib/services/tokens/watched-cache';
import { currentServices, replaceServices } from './current-catalog';

interface Load {
  /** Moves with every change of a service that was heard of. */
  heard: number;
  /** What `heard` was when the load that stands in memory began. */
  loaded: number;
}

function load(): Load {
  return processWide('catalog-load', () => ({ heard: 0, loaded: 0 }));
}

/**
 * Reads the imported services and puts the catalog of now in place; every verification is asked anew, since what tokens
 * hold is resolved against the catalog. A verb that changes a service awaits it before it answers.
 */
export async function loadCatalog(): Promise<void> {
  const { heard } = load();
  const services = await findServices();
  // A load that began later has seen more.
  if (heard < load().loaded) return;
  replaceServices(services);
  load().loaded = heard;
  watchedCache().forgetAll();
}

/** True while the catalog in memory is that of the database, as far as the log tells. */
export function isCatalogFresh(): boolean {
  const { heard, loaded } = load();
  return heard === loaded && isFollowing();
}

/**
 * Makes the catalog in memory that of the database where it may be an older one: a change was heard of and is not loaded
 * yet, or the log cannot be followed. Throws when it cannot be read: then nobody is let through (INT-9).
 */
export async function ensureCatalog(): Promise<void> {
  if (isCatalogFresh()) return;
  const { heard, loaded } = load();
  if (heard !== loaded || (await hasMoved())) await loadCatalog();
}

async function hasMoved(): Promise<boolean> {
  const versions = new Map(currentServices().map(({ name, version }) => [name, version]));
  const stored = await findServiceVersions();
  return (
    stored.length !== versions.size || stored.some(({ name, version }) => versions.get(name) !== version)
  );
}

/** Loads the catalog, and again whenever any node changes a service. Once per process, before it serves. */
export async function followCatalog(): Promise<void> {
  processWide('catalog-follower', () =>
    onEvent((event) => {
      if (event.subjectKind !== 'service') return;
      load().heard += 1;
      loadCatalog().catch((error: unknown) => reportFault(error, 'catalog'));
    }),
  );
  await loadCatalog();
}
