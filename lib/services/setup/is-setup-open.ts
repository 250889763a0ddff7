import { countHolders } from '@/lib/db/roles';
import { administratorRole } from '@/lib/domain/built-in-roles';

/** True until there is an administrator. For the set-up and sign-in pages. */
export async function isSetupOpen(): Promise<boolean> {
  return (await countHolders(administratorRole, null)) === 0;
}
