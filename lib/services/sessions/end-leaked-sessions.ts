import { endSessions } from '@/lib/db/sessions';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { leakReporter } from '@/lib/domain/leak-report';
import { verifySession } from './verify-session';

/** Ends the sessions of an API's sign-in that these secrets open, with the word in the log of their owners. */
export async function endLeakedSessions(call: Call, secrets: readonly string[]): Promise<void> {
  for (const presented of secrets) {
    const live = await verifySession(presented, call.now);
    if (live === null) continue;
    const { personId: ownerId, sessionId: subjectId } = live;
    await transaction(call, async (tx, record) => {
      const ended = await endSessions(tx, ownerId, { only: subjectId }, call.now, 'reported');
      if (ended.length === 0) return;
      const about = { subjectKind: 'session', subjectId, ownerId } as const;
      const data = { reason: 'reported', by: leakReporter };
      await record([
        { action: 'leak.reported', ...about },
        { action: 'session.ended', ...about, data },
      ]);
    });
  }
}
