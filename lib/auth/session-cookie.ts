import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { personIdSchema, sessionIdSchema } from '@/lib/domain/person-input';
import { env } from '@/lib/env';
import { sessionSecret } from '@/lib/services/sessions/session-secret';

/** All that the cookie carries; everything else is in the session's row (SES-2). */
export const sealedSchema = z.object({ sid: sessionIdSchema, personId: personIdSchema });
export type SealedSession = z.infer<typeof sealedSchema>;

/** True when the desk is reached over https. On plain http only localhost is meant, where `__Host-` cannot be set. */
export function isSecureOrigin(): boolean {
  return env().publicUrl.startsWith('https://');
}

/** The name of a cookie of this desk: `__Host-` binds it to the origin, where https allows it (SES-1). */
export function cookieName(name: 'session' | 'callback-url' | 'csrf'): string {
  return `${isSecureOrigin() ? '__Host-' : ''}tokendesk.${name}`;
}

/** Flags of every cookie of this desk. */
export function cookieFlags() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureOrigin() } as const;
}

/** Seconds until a new session cookie ends at the latest; its row may end earlier. */
export function cookieMaxAgeSeconds(): number {
  return env().sessionAbsoluteHours * 3_600;
}

/** Seals a session for the cookie. */
export async function sealSession(session: SealedSession): Promise<string> {
  const { sid, personId } = session;
  return encode({ token: { sid, personId }, secret: sessionSecret(), maxAge: cookieMaxAgeSeconds() });
}

/** Opens a cookie's value; null when it is not ours, damaged or past its end. A missing secret throws (SES-5). */
export async function openSealedSession(sealed: string): Promise<SealedSession | null> {
  const secret = sessionSecret();
  if (sealed.length > 4_096) return null;
  try {
    return sealedSchema.safeParse(await decode({ token: sealed, secret })).data ?? null;
  } catch {
    return null;
  }
}
