import { findPerson } from '@/lib/db/people';
import { endSessions } from '@/lib/db/sessions';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';

/** Ends the session of the call: the next request with its cookie is a stranger's (SES-2). Silent when it had ended. */
export async function signOut(call: Call): Promise<void> {
  const { actor } = call;
  if (actor.kind !== 'person') return;
  const { personId, sessionId } = actor;
  const person = await findPerson({ id: personId });
  const asPerson: Call = { ...call, actor: { ...actor, name: person?.name ?? actor.name } };
  await transaction(asPerson, async (tx, record) => {
    const ended = await endSessions(tx, personId, { only: sessionId }, call.now, 'signed-out');
    if (ended.length === 0) return;
    await record({
      action: 'person.signed-out',
      subjectKind: 'session',
      subjectId: sessionId,
      ownerId: personId,
    });
  });
}
