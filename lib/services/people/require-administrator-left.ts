import { countHolders } from '@/lib/db/roles';
import type { Transaction } from '@/lib/db/transaction';
import { administratorRole } from '@/lib/domain/built-in-roles';
import { DeskError } from '@/lib/domain/errors';

/** Refuses a change after which nobody could administer this desk. Called after the change, within its transaction. */
export async function requireAdministratorLeft(tx: Transaction): Promise<void> {
  if ((await countHolders(administratorRole, null, tx)) > 0) return;
  throw new DeskError(
    'wrong_state',
    'This is the last administrator: make someone else Administrator first.',
    {
      state: 'last_administrator',
    },
  );
}
