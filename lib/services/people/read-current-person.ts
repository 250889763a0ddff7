import { findPerson } from '@/lib/db/people';
import { rightsOf } from '@/lib/db/rights';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { CurrentPerson } from '@/lib/domain/person';

/** The person of the call with what they hold now: names the profile, decides which pages are offered. */
export async function readCurrentPerson(call: Call): Promise<CurrentPerson> {
  const { actor } = call;
  const person = actor.kind === 'person' ? await findPerson({ id: actor.personId }) : null;
  if (actor.kind !== 'person' || person === null)
    throw new DeskError('unauthenticated', 'You are not signed in.');
  const { id, name, email } = person;
  return { id, sessionId: actor.sessionId, name, email, rights: await rightsOf(id) };
}
