import { currentPepper } from '@/lib/crypto/key-ring';
import { digestSecret, newSecret } from '@/lib/crypto/secret';
import { findPerson } from '@/lib/db/people';
import type { Call, Via } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { Person } from '@/lib/domain/person';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

/** A session of an API's sign-in. The secret is answered this once, and presented with each request from then on. */
export interface ApiSession {
  secret: string;
  personId: string;
  sessionId: string;
  person: Person;
}

/**
 * Signs a person in at a machine door, by the very way of the browser: one failure budget, one answer to every mistake
 * (PWD-6). The session lives a day. Throws `unauthenticated`, or `overloaded` when the password pool is full.
 */
export async function openApiSession(
  facts: Omit<Call, 'actor' | 'via'>,
  { login, password }: { login: string; password: string },
  via: Via = 'form',
): Promise<ApiSession> {
  const secret = newSecret('session');
  const pepper = currentPepper();
  const call: Call = { ...facts, via, actor: { kind: 'system', name: 'sign-in' } };
  const kept = { digest: digestSecret(secret, pepper), keyId: pepper.id };
  const { personId, sessionId } = await signIn(call, { email: login, password }, kept);
  const person = await findPerson({ id: personId });
  // Removed in the moment since.
  if (person === null) throw new DeskError('unauthenticated', 'The session has ended.');
  return { secret, personId, sessionId, person };
}

/** Ends the session that the call presents. Throws wrong_state for a token, which is no session: it is removed instead. */
export async function endApiSession(call: Call): Promise<void> {
  if (call.actor.kind !== 'person')
    throw new DeskError('wrong_state', 'A token is no session: remove it instead.', { state: 'no_session' });
  await signOut(call);
}
