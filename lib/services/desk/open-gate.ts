import { readKeyFile } from '@/lib/crypto/key-file';
import { peppers } from '@/lib/crypto/key-ring';
import { isDatabaseReady, reading } from '@/lib/db/client';
import { EnvError } from '@/lib/env';
import { followCatalog } from '@/lib/services/catalog/load-catalog';
import { startFollowing } from '@/lib/services/feed/follow-log';

/**
 * Makes ready what every process that serves needs: keys, the database and its promises, the log of changes, the catalog.
 * Throws EnvError with a sentence for the operator when it cannot.
 */
export async function openGate(): Promise<void> {
  readKeyFile();
  peppers();
  await reading();
  if (!(await isDatabaseReady())) {
    throw new EnvError(
      'The database has no tables yet: start with npm start or npm run gate, which apply the migrations.',
    );
  }
  startFollowing();
  await followCatalog();
}
