import { findCredential } from '@/lib/db/people';
import { countHolders } from '@/lib/db/roles';
import { transaction } from '@/lib/db/transaction';
import { administratorRole } from '@/lib/domain/built-in-roles';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { env, EnvError } from '@/lib/env';
import { createPerson } from '@/lib/services/people/create-person';
import { reopenAccount } from '@/lib/services/people/failure-budget';

/**
 * Unattended installs: the administrator of TOKENDESK_ADMIN_EMAIL and TOKENDESK_ADMIN_PASSWORD, created when there is no
 * administrator yet. Where that person is here already, only wrong passwords are forgotten: the operator's way in when
 * strangers have closed the account by guessing. Throws EnvError, without the values, when they are malformed or weak.
 */
export async function ensureAdministrator(call: Call): Promise<'created' | 'present' | 'not-asked'> {
  const { adminEmail, adminPassword } = env();
  if (adminEmail === null || adminPassword === null) return 'not-asked';
  const email = adminEmail.normalize('NFC').trim().toLowerCase();
  if ((await countHolders(administratorRole, null)) > 0) {
    if ((await findCredential({ email })) !== null) await transaction(call, (tx) => reopenAccount(tx, email));
    return 'present';
  }
  try {
    const roles = [{ role: administratorRole, context: 'global' }];
    await createPerson(call, { name: 'Administrator', email, password: adminPassword, roles });
    return 'created';
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const isEmail = error.details.issues?.some((issue) => issue.path === 'email') ?? false;
    throw new EnvError(`${isEmail ? 'TOKENDESK_ADMIN_EMAIL' : 'TOKENDESK_ADMIN_PASSWORD'}: ${error.message}`);
  }
}
