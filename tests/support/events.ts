import type { Call } from '@/lib/domain/call';
import type { EventDraft } from '@/lib/domain/event';
import { systemCall } from './desk';

/** Writes events as verbs do, without what they tell of; answers their numbers. */
export async function eventsFixture(
  drafts: readonly (Partial<EventDraft> & { call?: Partial<Call> })[],
): Promise<number[]> {
  const { transaction } = await import('@/lib/db/transaction');
  return transaction(systemCall(), async (_tx, record) => {
    const seqs: number[] = [];
    for (const { call, ...draft } of drafts) {
      const written = await record(
        { action: 'token.edited', subjectKind: 'token', subjectId: 'unknown', ownerId: null, ...draft },
        systemCall(call),
      );
      seqs.push(...written.map(({ seq }) => seq));
    }
    return seqs;
  });
}
