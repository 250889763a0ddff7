import { loginOperation, logoutOperation } from '@/lib/domain/api/canvus-login';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { openRoute, route, type RestRoute } from '@/lib/http/rest/rest-route';
import { readUser } from '@/lib/services/people/users';
import { endApiSession, openApiSession, type ApiSession } from '@/lib/services/sessions/open-api-session';
import { prolongApiSession } from '@/lib/services/sessions/prolong-api-session';
import { userReply } from './user-reply';

/** Signing in and out: `/api/v1/users/login`, `/api/v1/users/logout`. */
export function loginRoutes(): RestRoute[] {
  return [
    openRoute(loginOperation, async (facts, { body }) => {
      if ('token' in body) {
        const session = await prolongApiSession(facts, body.token);
        return { status: 200, body: { token: body.token, user: await userIn(session, facts) } };
      }
      const { email: login, password } = body;
      const session = await openApiSession(facts, { login, password }).catch(inItsWords);
      return { status: 200, body: { token: session.secret, user: await userIn(session, facts) } };
    }),
    route(logoutOperation, async (call) => {
      await endApiSession(call);
      return { status: 200, body: null };
    }),
  ];
}

/** Who has signed in, as the session shows them to themselves. */
async function userIn(
  { personId, sessionId, person }: Omit<ApiSession, 'secret'>,
  facts: Omit<Call, 'actor' | 'via'>,
) {
  const actor = { kind: 'person', personId, sessionId, name: person.name } as const;
  return userReply(await readUser({ ...facts, via: 'form', actor }, { id: personId }));
}

/** One sentence for an unknown user, a wrong password, a blocked one and a pause (PWD-6). */
function inItsWords(error: unknown): never {
  if (error instanceof DeskError && error.code === 'unauthenticated')
    throw new DeskError('unauthenticated', 'Invalid username or password.');
  throw error;
}
