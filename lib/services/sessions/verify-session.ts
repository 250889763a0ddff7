import { peppers } from '@/lib/crypto/key-ring';
import { digestSecret, isSameDigest } from '@/lib/crypto/secret';
import { findSessionByDigest } from '@/lib/db/sessions';
import { secretKind } from '@/lib/domain/secret-format';
import { isSessionLive } from '@/lib/domain/session';
import type { LiveSession } from './find-live-session';
import { limitsOf } from './session-limits';

/** A live session of an API, with the end that it has now. */
export interface BearerSession extends LiveSession {
  expiresAt: Date;
}

/**
 * The session that a presented string opens at `now`: that of an API's sign-in, of a person who is not blocked. Null for
 * anything else. Asks the database each time: sessions are for people and are not on the hot path.
 */
export async function verifySession(presented: string, now: Date): Promise<BearerSession | null> {
  if (secretKind(presented) !== 'session') return null;
  const digests = peppers().map((pepper) => digestSecret(presented, pepper));
  const found = await findSessionByDigest(digests);
  if (found === null || !digests.some((digest) => isSameDigest(digest, found.digest))) return null;
  const { session, owner } = found;
  if (!isSessionLive(session, owner, limitsOf('api'), now)) return null;
  return {
    sessionId: session.id,
    personId: session.personId,
    name: owner.name,
    expiresAt: session.expiresAt,
  };
}
