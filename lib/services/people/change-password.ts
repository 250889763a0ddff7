import { hashPassword } from '@/lib/crypto/password';
import { findCredential, replacePasswordHash } from '@/lib/db/people';
import { endSessions } from '@/lib/db/sessions';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { changePasswordSchema, type ChangePasswordInput } from '@/lib/domain/person-input';
import { newSessionId, openSession } from '@/lib/services/sessions/open-session';
import { reopenAccount } from './failure-budget';
import { requireProof } from './require-proof';
import { requireStrongPassword } from './require-strong-password';

/** The session that replaces the one the change was made in. The caller puts it into the cookie. */
export interface RotatedSession {
  personId: string;
  sessionId: string;
  endedSessions: number;
}

/**
 * Changes the person's own password; the proof is the current one. Ends every other session and replaces this one by a
 * new id, so that a stolen cookie is worth nothing afterwards (SES-2, SES-4).
 */
export async function changePassword(call: Call, input: ChangePasswordInput): Promise<RotatedSession> {
  const { password, proof } = parseInput(changePasswordSchema, input);
  const { actor } = call;
  if (actor.kind !== 'person') throw new DeskError('permission_denied', 'Only a person has a password.');
  const { personId } = actor;
  const credential = await findCredential({ id: personId });
  if (credential === null) throw new DeskError('unauthenticated', 'You are not signed in.');
  requireStrongPassword(password, credential);
  await requireProof(call, proof);
  if (password.normalize('NFC') === proof.password.normalize('NFC')) {
    const message = 'That is the password you have now.';
    throw new DeskError('invalid_input', message, { issues: [{ path: 'password', message }] });
  }
  const passwordHash = await hashPassword(password);
  const sessionId = newSessionId();
  const ended = await transaction(call, async (tx, record) => {
    if (!(await replacePasswordHash(tx, personId, credential.passwordHash, passwordHash))) {
      throw new DeskError('conflict', 'Your password was changed elsewhere at the same moment.');
    }
    await reopenAccount(tx, credential.email);
    const others = await endSessions(tx, personId, { except: actor.sessionId }, call.now, 'password-changed');
    await endSessions(tx, personId, { only: actor.sessionId }, call.now, 'rotated');
    await openSession(tx, call, sessionId, personId);
    await record({
      action: 'person.password-changed',
      subjectKind: 'person',
      subjectId: personId,
      ownerId: personId,
      data: { endedSessions: others.length },
    });
    return others;
  });
  return { personId, sessionId, endedSessions: ended.length };
}
