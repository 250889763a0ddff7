import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { safeReturnPath } from '@/lib/domain/safe-return-path';
import { env } from '@/lib/env';
import { findLiveSession } from '@/lib/services/sessions/find-live-session';
import { sessionSecret } from '@/lib/services/sessions/session-secret';
import { signIn } from '@/lib/services/sessions/sign-in';
import { signOut } from '@/lib/services/sessions/sign-out';
import { cookieFlags, cookieMaxAgeSeconds, cookieName, sealedSchema } from './session-cookie';

/** What went wrong inside next-auth's callbacks: it would answer 401 to everything, and put messages into addresses. */
export interface AuthFaults {
  fault: unknown;
}

/**
 * next-auth for one request: credentials, JWT in a cookie that carries the session's id and owner alone. `faults` tells
 * the route what to answer when a callback failed (SES-5).
 */
export function authOptions(call: Call, faults: AuthFaults): AuthOptions {
  const origin = env().publicUrl;
  return {
    secret: sessionSecret(),
    useSecureCookies: origin.startsWith('https://'),
    session: { strategy: 'jwt', maxAge: cookieMaxAgeSeconds() },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    cookies: {
      sessionToken: { name: cookieName('session'), options: cookieFlags() },
      callbackUrl: { name: cookieName('callback-url'), options: cookieFlags() },
      csrfToken: { name: cookieName('csrf'), options: cookieFlags() },
    },
    providers: [
      CredentialsProvider({
        name: 'Password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (presented) => {
          try {
            const { email = '', password = '' } = presented ?? {};
            const { personId, sessionId } = await signIn(call, { email, password });
            return { id: personId, sessionId };
          } catch (error) {
            if (!(error instanceof DeskError) || error.code !== 'unauthenticated') faults.fault = error;
            return null;
          }
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        const presented =
          user === undefined
            ? token
            : { sid: 'sessionId' in user ? user.sessionId : null, personId: user.id };
        const { sid, personId } = sealedSchema.parse(presented);
        if ((await findLiveSession(call, personId, sid)) === null) throw new Error('The session has ended.');
        return { sid, personId };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => `${origin}${safeReturnPath(url, origin)}`,
    },
    events: {
      signOut: async ({ token }) => {
        const sealed = sealedSchema.safeParse(token).data;
        if (sealed === undefined) return;
        const actor = {
          kind: 'person',
          personId: sealed.personId,
          sessionId: sealed.sid,
          name: 'unknown',
        } as const;
        await signOut({ ...call, actor }).catch((error: unknown) => {
          faults.fault = error;
        });
      },
    },
    // Its own log repeats what it was given; faults go through the route instead (AUD-3).
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}
