import 'server-only';
import { cookies } from 'next/headers';
import { cookieFlags, cookieMaxAgeSeconds, cookieName, sealSession } from './session-cookie';

/** Puts a session into the cookie of this answer. Only in server actions and route handlers. */
export async function writeSessionCookie(session: { personId: string; sessionId: string }): Promise<void> {
  const sealed = await sealSession({ sid: session.sessionId, personId: session.personId });
  const options = { ...cookieFlags(), maxAge: cookieMaxAgeSeconds() };
  (await cookies()).set(cookieName('session'), sealed, options);
}

/** Takes the session out of the browser. Its row must have been ended already. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(cookieName('session'), '', { ...cookieFlags(), maxAge: 0 });
}
