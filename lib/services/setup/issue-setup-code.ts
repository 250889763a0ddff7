import { digestCode } from '@/lib/crypto/code-digest';
import { randomCode } from '@/lib/crypto/random-id';
import { countHolders } from '@/lib/db/roles';
import { putSetting } from '@/lib/db/settings';
import { transaction } from '@/lib/db/transaction';
import { administratorRole } from '@/lib/domain/built-in-roles';
import type { Call } from '@/lib/domain/call';
import { setupCodeSetting, setupHours, type StoredSetupCode } from './setup-code';

/**
 * A one-time code for the first run, valid for 24 hours; the server prints it. Only its digest is stored, and a new one
 * replaces the last. Null once there is an administrator: set-up is closed for ever (PWD-11).
 */
export async function issueSetupCode(call: Call): Promise<string | null> {
  const code = randomCode();
  return transaction(call, async (tx) => {
    if ((await countHolders(administratorRole, null, tx)) > 0) return null;
    const expiresAt = new Date(call.now.getTime() + setupHours * 3_600_000).toISOString();
    const stored: StoredSetupCode = { digest: digestCode(code), expiresAt };
    await putSetting(tx, setupCodeSetting, JSON.stringify(stored));
    return code;
  });
}
