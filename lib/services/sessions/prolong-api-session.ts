import { findPerson } from '@/lib/db/people';
import { prolongSession } from '@/lib/db/sessions';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { ApiSession } from './open-api-session';
import { limitsOf } from './session-limits';
import { verifySession } from './verify-session';

/** Lets a live session of an API go on for another day from now; answers whose it is. Throws `unauthenticated`. */
export async function prolongApiSession(
  facts: Omit<Call, 'actor' | 'via'>,
  presented: string,
): Promise<Omit<ApiSession, 'secret'>> {
  const live = await verifySession(presented, facts.now);
  if (live === null) throw refusal();
  const { personId, sessionId } = live;
  const expiresAt = new Date(facts.now.getTime() + limitsOf('api').absoluteHours * 3_600_000);
  const call: Call = { ...facts, via: 'form', actor: { kind: 'person', ...live } };
  const isLive = await transaction(call, (tx) =>
    prolongSession(tx, personId, sessionId, facts.now, expiresAt),
  );
  const person = await findPerson({ id: personId });
  if (!isLive || person === null) throw refusal();
  return { personId, sessionId, person };
}

function refusal(): DeskError {
  return new DeskError('unauthenticated', 'The session has ended.');
}
