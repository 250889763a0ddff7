import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { checkPasswordSchema, signinSchema } from '@/lib/domain/virtuozzo/authentication-input';
import { requireProof } from '@/lib/services/people/require-proof';
import { endApiSession, openApiSession } from '@/lib/services/sessions/open-api-session';

/** Signin: a session of a day. One answer to every mistake (PWD-6). */
export async function signin(facts: Omit<Call, 'actor' | 'via'>, input: unknown) {
  const { secret, person } = await openApiSession(facts, parseInput(signinSchema, input));
  return { session: secret, uid: person.number, email: person.email, name: person.name, status: 1 };
}

/** Signout ends the session that is presented. */
export async function signout(call: Call) {
  requireSession(call, 'users.authentication.Signout');
  await endApiSession(call);
  return {};
}

/** CheckPassword, for the person of a session, within the failure budget of that session. */
export async function checkPassword(call: Call, input: unknown) {
  const proof = parseInput(checkPasswordSchema, input);
  requireSession(call, 'users.authentication.CheckPassword');
  await requireProof(call, proof);
  return {};
}

/** What concerns passwords and sessions is for people: no token does it, whatever it holds (AZ-4). */
function requireSession(call: Call, permission: string): void {
  if (call.actor.kind === 'person') return;
  throw new DeskError('permission_denied', 'A token does nothing with passwords and sessions.', {
    missing: [{ permission, context: 'global' }],
    denial: 'token_lacks',
  });
}
