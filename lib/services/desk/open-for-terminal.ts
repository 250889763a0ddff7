import { readKeyFile } from '@/lib/crypto/key-file';
import { peppers } from '@/lib/crypto/key-ring';
import { randomId } from '@/lib/crypto/random-id';
import { isDatabaseReady, reading } from '@/lib/db/client';
import type { Call } from '@/lib/domain/call';
import { EnvError } from '@/lib/env';
import { loadCatalog } from '@/lib/services/catalog/load-catalog';

/**
 * Makes the desk ready for one command, beside a desk that serves or before there ever was one: keys, database, catalog.
 * Nothing is written and nothing is left running. Answers who acts: the one at the terminal, who holds the files anyway.
 */
export async function openForTerminal(): Promise<Call> {
  readKeyFile();
  peppers();
  await reading();
  if (!(await isDatabaseReady())) {
    throw new EnvError('The database has no tables yet: npm start and npm run desk apply the migrations.');
  }
  await loadCatalog();
  return {
    actor: { kind: 'system', name: 'the terminal' },
    now: new Date(),
    requestId: `desk-${randomId()}`,
    address: '',
    userAgent: '',
    via: 'system',
  };
}
