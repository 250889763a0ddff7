import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { acknowledgeLeaksSchema, type AcknowledgeLeaksInput } from '@/lib/domain/leak-input';
import { parseInput } from '@/lib/domain/parse-input';
import { findOpenLeaks, requireTold } from './find-open-leaks';

/**
 * The person has taken note of the reports up to an event: they are not told of them again, in whichever browser. It changes
 * nothing that anyone may do, so it takes no password. Where there is nothing to take note of, the log says nothing.
 */
export async function acknowledgeLeaks(call: Call, input: AcknowledgeLeaksInput): Promise<null> {
  const { upTo } = parseInput(acknowledgeLeaksSchema, input);
  const ownerId = requireTold(call);
  const [newest] = await findOpenLeaks(ownerId, call.now, 1, upTo);
  if (newest === undefined) return null;
  const about = { subjectKind: 'person', subjectId: ownerId, ownerId } as const;
  const data = { upTo: newest.seq };
  await transaction(call, (_tx, record) => record({ action: 'leak.acknowledged', ...about, data }));
  return null;
}
