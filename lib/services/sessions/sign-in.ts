import { hashPassword, isPassword, needsRehash } from '@/lib/crypto/password';
import { removeOldBudgets } from '@/lib/db/failure-budgets';
import {
  findCredential,
  isCredentialCurrent,
  noteSignIn,
  replacePasswordHash,
  type PersonCredential,
} from '@/lib/db/people';
import { removeOldSessions } from '@/lib/db/sessions';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { emailSchema, signInSchema, type SignInInput } from '@/lib/domain/person-input';
import {
  forgiveSignIn,
  reserveTry,
  returnTry,
  signInBuckets,
  type Bucket,
} from '@/lib/services/people/failure-budget';
import { newSessionId, openSession, type SessionSecret } from './open-session';

/** Who has signed in, and the session that was opened. */
export interface SignedIn {
  personId: string;
  sessionId: string;
  name: string;
}

const rememberedDays = 30;

/**
 * Signs a person in. Unknown email, wrong password, blocked person and paused account get the same answer after the same
 * work (PWD-6): `unauthenticated`. Throws `overloaded` when the password pool is full. `secret`: what the desk keeps of the
 * secret of an API's session; without one the session is a browser's.
 */
export async function signIn(
  call: Call,
  input: SignInInput,
  secret: SessionSecret | null = null,
): Promise<SignedIn> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) throw refusal();
  const email = emailSchema.safeParse(parsed.data.email).data ?? parsed.data.email;
  const credential = await findCredential({ email });
  const buckets = signInBuckets(email, call.address);
  const reservation = await reserveTry(call, buckets);
  const stored = reservation.isOpen ? (credential?.passwordHash ?? null) : null;
  const isRight = await check(call, parsed.data.password, stored, buckets, reservation.isOpen);
  if (credential === null || !isRight || credential.isBlocked) {
    const reason = !reservation.isOpen
      ? 'paused'
      : credential === null
        ? 'unknown'
        : isRight
          ? 'blocked'
          : 'wrong-password';
    await recordRefusal(call, credential, reason);
    throw refusal();
  }
  return admit(call, credential, parsed.data.password, buckets, secret);
}

async function admit(
  call: Call,
  credential: PersonCredential,
  password: string,
  buckets: Bucket[],
  secret: SessionSecret | null,
): Promise<SignedIn> {
  const { personId, name, passwordHash } = credential;
  const stronger = needsRehash(passwordHash) ? await hashPassword(password) : null;
  const sessionId = newSessionId();
  const asPerson: Call = { ...call, actor: { kind: 'person', personId, sessionId, name } };
  await transaction(asPerson, async (tx, record) => {
    // Blocked, or given another password, while this one was being checked.
    if (!(await isCredentialCurrent(tx, personId, passwordHash))) throw refusal();
    await forgiveSignIn(tx, buckets);
    await openSession(tx, call, sessionId, personId, secret);
    await noteSignIn(tx, personId, call.now);
    if (stronger !== null) await replacePasswordHash(tx, personId, passwordHash, stronger);
    await record({
      action: 'person.signed-in',
      subjectKind: 'session',
      subjectId: sessionId,
      ownerId: personId,
      ...(secret === null ? {} : { data: { by: 'api' } }),
    });
    const forgotten = new Date(call.now.getTime() - rememberedDays * 86_400_000);
    await removeOldBudgets(tx, forgotten);
    await removeOldSessions(tx, forgotten);
  });
  return { personId, sessionId, name };
}

async function check(
  call: Call,
  presented: string,
  stored: string | null,
  buckets: Bucket[],
  isReserved: boolean,
) {
  try {
    return await isPassword(presented, stored, 'sign-in');
  } catch (error) {
    if (isReserved) await returnTry(call, buckets);
    throw error;
  }
}

/** What was typed as email is not kept when nobody has it: it may be a password in the wrong field. */
async function recordRefusal(call: Call, credential: PersonCredential | null, reason: string): Promise<void> {
  await transaction(call, (_tx, record) =>
    record({
      action: 'person.sign-in-refused',
      outcome: 'refused',
      subjectKind: 'person',
      subjectId: credential?.personId ?? 'unknown',
      ownerId: credential?.personId ?? null,
      data: { reason },
    }),
  );
}

function refusal(): DeskError {
  return new DeskError(
    'unauthenticated',
    'That email and password do not open this desk. After five wrong tries each further one has to wait.',
  );
}
