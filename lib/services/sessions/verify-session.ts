import { peppers } from '@/lib/crypto/key-ring';
import { digestSecret } from '@/lib/crypto/secret';
import { findSessionByDigest } from '@/lib/db/sessions';
import { secretKind } from '@/lib/domain/secret-format';
import { isSessionLive } from '@/lib/domain/session';
import type { LiveSession } from './find-live-session';

/** How long a session of an API's sign-in lives: a day, from the last time that it was prolonged (04-wire §1). */
export const apiSessionHours = 24;

/**
 * The session that a presented string opens at `now`: that of an API's sign-in, of a person who is not blocked. Null for
 * anything else. Asks the database each time: sessions are for people and are not on the hot path.
 */
export async function verifySession(presented: string, now: Date): Promise<LiveSession | null> {
  if (secretKind(presented) !== 'session') return null;
  const found = await findSessionByDigest(peppers().map((pepper) => digestSecret(presented, pepper)));
  if (found === null) return null;
  const { session, owner } = found;
  if (!isSessionLive(session, owner, { idleMinutes: apiSessionHours * 60 }, now)) return null;
  return { sessionId: session.id, personId: session.personId, name: owner.name };
}
