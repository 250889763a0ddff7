import { isCode } from '@/lib/crypto/code-digest';
import { hashPassword } from '@/lib/crypto/password';
import { randomId } from '@/lib/crypto/random-id';
import { findPerson, insertPerson, nextPersonNumber } from '@/lib/db/people';
import { countHolders, replaceRoles } from '@/lib/db/roles';
import { findSetting, removeSetting } from '@/lib/db/settings';
import { transaction, type Transaction } from '@/lib/db/transaction';
import { administratorRole } from '@/lib/domain/built-in-roles';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { completeSetupSchema, type CompleteSetupInput } from '@/lib/domain/person-input';
import { reserveTry, type Bucket } from '@/lib/services/people/failure-budget';
import { addressRule } from '@/lib/domain/failure-budget';
import { requireStrongPassword } from '@/lib/services/people/require-strong-password';
import { setupCodeSetting, storedSetupCodeSchema } from './setup-code';

/**
 * Creates the first administrator with the one-time code of the terminal (PWD-11). The code works once, for 24 hours, and
 * never after an administrator exists. Throws invalid_input (wrong or old code, at its field), wrong_state, rate_limited.
 */
export async function completeSetup(call: Call, input: CompleteSetupInput): Promise<{ personId: string }> {
  const { code, name, email, password } = parseInput(completeSetupSchema, input);
  const buckets: Bucket[] = [{ key: `setup:${call.address}`, rule: addressRule, isBarring: true }];
  const reservation = await reserveTry(call, buckets);
  if (!reservation.isOpen) {
    const details = { retryAfterSeconds: reservation.pauseSeconds };
    throw new DeskError(
      'rate_limited',
      `Too many wrong codes. Wait ${reservation.pauseSeconds} seconds.`,
      details,
    );
  }
  await requireOpen(call, code);
  requireStrongPassword(password, { name, email });
  const passwordHash = await hashPassword(password);
  const id = randomId();
  await transaction({ ...call, actor: { kind: 'system', name: 'setup' } }, async (tx, record) => {
    await requireOpen(call, code, tx);
    if ((await findPerson({ email }, tx)) !== null)
      throw atField('email', 'Someone with this email is here already.');
    await removeSetting(tx, setupCodeSetting);
    await insertPerson(tx, {
      id,
      number: await nextPersonNumber(tx),
      email,
      name,
      createdAt: call.now,
      passwordHash,
    });
    await replaceRoles(tx, id, [{ role: administratorRole, context: 'global' }]);
    const roles = [{ role: administratorRole, context: 'global' }];
    await record({
      action: 'person.created',
      subjectKind: 'person',
      subjectId: id,
      ownerId: id,
      data: { name, email, roles },
    });
    await record({
      action: 'setup.completed',
      subjectKind: 'setup',
      subjectId: 'setup',
      ownerId: null,
      data: { personId: id },
    });
  });
  return { personId: id };
}

/** Asked before the hashing, and again in the transaction: of two at once, one gets it. */
async function requireOpen(call: Call, code: string, tx?: Transaction): Promise<void> {
  if ((await countHolders(administratorRole, null, tx)) > 0) {
    throw new DeskError('wrong_state', 'This desk has an administrator already. Sign in instead.', {
      state: 'set_up',
    });
  }
  const setting = await findSetting(setupCodeSetting, tx);
  const stored = setting === null ? null : storedSetupCodeSchema.parse(JSON.parse(setting));
  const isValid =
    stored !== null && isCode(code, stored.digest) && call.now.getTime() < Date.parse(stored.expiresAt);
  if (!isValid) throw atField('code', 'This code is wrong or too old. Start the server again for a new one.');
}

function atField(path: string, message: string): DeskError {
  return new DeskError('invalid_input', message, { issues: [{ path, message }] });
}
