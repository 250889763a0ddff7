import { hashPassword } from '@/lib/crypto/password';
import { findCredential, replacePasswordHash } from '@/lib/db/people';
import { rolesOf } from '@/lib/db/roles';
import { endSessions } from '@/lib/db/sessions';
import { transaction, type Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { setPasswordSchema, type SetPasswordInput } from '@/lib/domain/person-change-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireAssignable } from '@/lib/services/roles/require-assignable';
import { reopenAccount } from './failure-budget';
import { isOneself } from './person-by-number';
import { requireProof } from './require-proof';
import { requireStrongPassword } from './require-strong-password';

/**
 * Sets a password by an API. One's own takes the current one. Someone else's takes desk.people.Manage, and to hold all that
 * they do: who knows the password can sign in as them. A limited token sets none (AZ-4). Every session of the person ends
 * but the one that acts.
 */
export async function setPassword(call: Call, input: SetPasswordInput): Promise<void> {
  const { personId, password, currentPassword, proof } = parseInput(setPasswordSchema, input);
  const isOwn = isOneself(call, personId);
  const requireAll = async (tx: Transaction | undefined) => {
    requireWhole(call);
    if (!isOwn) await requireDeskPermission(call, deskPermissions.managePeople, tx);
  };
  await requireAll(undefined);
  const credential = await findCredential({ id: personId });
  if (credential === null || credential.isRemoved)
    throw new DeskError('not_found', 'There is no such person.');
  requireStrongPassword(password, credential);
  await requireProof(call, isOwn ? ownProof(currentPassword) : proof);
  const passwordHash = await hashPassword(password);
  await transaction(call, async (tx, record) => {
    await requireAll(tx);
    if (!isOwn) await requireAssignable(call, tx, await rolesOf(tx, personId));
    if (!(await replacePasswordHash(tx, personId, credential.passwordHash, passwordHash)))
      throw new DeskError('conflict', 'The password was changed elsewhere at the same moment.');
    await reopenAccount(tx, credential.email);
    const kept = isOwn && call.actor.kind === 'person' ? call.actor.sessionId : null;
    const ended = await endSessions(tx, personId, { except: kept }, call.now, 'password-changed');
    await record({
      action: 'person.password-changed',
      subjectKind: 'person',
      subjectId: personId,
      ownerId: personId,
      data: { endedSessions: ended.length },
    });
  });
}

function requireWhole({ actor }: Call): void {
  if (actor.kind !== 'token' || actor.power.kind === 'full') return;
  throw new DeskError('permission_denied', 'A limited token sets no passwords.');
}

function ownProof(currentPassword: string | undefined): { password: string } {
  if (currentPassword !== undefined) return { password: currentPassword };
  const message = 'The current password is missing.';
  throw new DeskError('invalid_input', message, { issues: [{ path: 'currentPassword', message }] });
}
