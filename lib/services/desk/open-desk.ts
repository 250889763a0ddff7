import { peppers } from '@/lib/crypto/key-ring';
import { isDatabaseReady, reading } from '@/lib/db/client';
import { EnvError } from '@/lib/env';

/**
 * Makes the desk ready to serve: keys, database and its promises, migrations. Throws EnvError with a sentence for the
 * operator when it cannot.
 */
export async function openDesk(): Promise<void> {
  peppers();
  await reading();
  if (!(await isDatabaseReady())) {
    throw new EnvError('The database has no tables yet: start with npm start, which applies the migrations.');
  }
}
