import { findSession, touchSession } from '@/lib/db/sessions';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { isSessionLive } from '@/lib/domain/session';
import { sessionLimits } from './session-limits';

const touchEverySeconds = 60;

/** A session that admits its person now. */
export interface LiveSession {
  sessionId: string;
  personId: string;
  name: string;
}

/**
 * The check of each request: the row must be there, belong to this person, not be ended, idle or past its end, and its
 * owner must not be blocked (SES-2, SES-3). Notes the use, at most once a minute. Null when it does not admit.
 */
export async function findLiveSession(
  call: Omit<Call, 'actor'>,
  personId: string,
  sessionId: string,
): Promise<LiveSession | null> {
  const found = await findSession(personId, sessionId);
  if (found === null) return null;
  const { session, owner } = found;
  if (!isSessionLive(session, owner, sessionLimits(), call.now)) return null;
  if (call.now.getTime() - session.lastSeenAt.getTime() >= touchEverySeconds * 1_000) {
    const asSystem: Call = { ...call, actor: { kind: 'system', name: 'session check' } };
    await transaction(asSystem, (tx) => touchSession(tx, personId, sessionId, call.now));
  }
  return { sessionId, personId, name: owner.name };
}
