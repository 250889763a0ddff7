import { endSessions } from '@/lib/db/sessions';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { endSessionSchema, type EndSessionInput } from '@/lib/domain/person-input';
import { requireProof } from '@/lib/services/people/require-proof';

/**
 * Ends one of the person's own sessions, with their password. Another person's session is not_found, as is one that has
 * ended (AZ-1).
 */
export async function endSession(call: Call, input: EndSessionInput): Promise<{ endedId: string }> {
  const { sessionId, proof } = parseInput(endSessionSchema, input);
  const { actor } = call;
  if (actor.kind !== 'person') throw new DeskError('permission_denied', 'Only a person has sessions.');
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    const ended = await endSessions(tx, actor.personId, { only: sessionId }, call.now, 'ended-by-owner');
    if (ended.length === 0) throw new DeskError('not_found', 'That session has ended already.');
    await record({
      action: 'session.ended',
      subjectKind: 'session',
      subjectId: sessionId,
      ownerId: actor.personId,
      data: { reason: 'ended-by-owner' },
    });
  });
  return { endedId: sessionId };
}
