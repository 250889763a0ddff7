import type { Call } from '@/lib/domain/call';
import { findLiveSession } from '@/lib/services/sessions/find-live-session';
import { cookieName, openSealedSession } from './session-cookie';

/** What a request brings, wherever it came in: the server has settled address and request id already. */
export interface RequestFacts {
  cookie: string | null;
  requestId: string | null;
  address: string | null;
  userAgent: string | null;
}

/** Everything of a call but the actor. The agent is cut at 512 characters. */
export function callFacts(facts: Omit<RequestFacts, 'cookie'>, now: Date): Omit<Call, 'actor'> {
  return {
    now,
    requestId: facts.requestId ?? 'none',
    address: facts.address ?? 'unknown',
    userAgent: (facts.userAgent ?? '').slice(0, 512),
    via: 'dashboard',
  };
}

/** The call of a request with a cookie; null unless a live session row stands behind it (SES-2, SES-5). */
export async function findCookieCall(facts: RequestFacts, now: Date): Promise<Call | null> {
  const sealed = readCookie(facts.cookie, cookieName('session'));
  const session = sealed === null ? null : await openSealedSession(sealed);
  if (session === null) return null;
  const call = callFacts(facts, now);
  const live = await findLiveSession(call, session.personId, session.sid);
  return live === null ? null : { ...call, actor: { kind: 'person', ...live } };
}

/** The value of a cookie in a Cookie header; null when it is absent, or stands twice (one of them is not ours). */
function readCookie(header: string | null, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}
