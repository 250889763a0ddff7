import { onEvent } from '@/lib/db/event-feed';
import { findServices } from '@/lib/db/services';
import { processWide } from '@/lib/domain/process-wide';
import { reportFault } from '@/lib/services/audit/report-fault';
import { watchedCache } from '@/lib/services/tokens/watched-cache';
import { replaceServices } from './current-catalog';

/**
 * Reads the imported services and puts the catalog of now in place; every verification is asked anew, since what tokens
 * hold is resolved against the catalog. A verb that changes a service awaits it before it answers.
 */
export async function loadCatalog(): Promise<void> {
  replaceServices(await findServices());
  watchedCache().forgetAll();
}

/** Loads the catalog, and again whenever another node changes a service. Once per process, before it serves. */
export async function followCatalog(): Promise<void> {
  processWide('catalog-follower', () =>
    onEvent((event) => {
      if (event.subjectKind !== 'service') return;
      loadCatalog().catch((error: unknown) => reportFault(error, 'catalog'));
    }),
  );
  await loadCatalog();
}
