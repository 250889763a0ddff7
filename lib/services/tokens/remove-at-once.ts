import { markManyRemoved } from '@/lib/db/tokens';
import type { RecordEvent, Transaction } from '@/lib/db/transaction';
import type { EventDraft } from '@/lib/domain/event';
import type { Token } from '@/lib/domain/token';
import { describeToken } from './describe-token';
import { staleVersion } from './require-target';

/**
 * The change of removing tokens that were loaded in this transaction: an event each, written together, so that a thousand of
 * them do not keep everyone else waiting. Throws stale_version when one has moved on.
 */
export async function removeAtOnce(
  tx: Transaction,
  record: RecordEvent,
  tokens: readonly Token[],
  now: Date,
  by?: string,
): Promise<void> {
  const [first] = tokens;
  if (first !== undefined && !(await markManyRemoved(tx, tokens, now))) throw staleVersion(first.version + 1);
  await record(tokens.map((token) => toRemoval(token, by)));
}

/** What the log says of a token that is removed; `by` where the actor alone does not say by whom. */
export function toRemoval(token: Token, by?: string): EventDraft {
  const { id: subjectId, ownerId, lastUse } = token;
  const lastUsedAt = lastUse?.at.toISOString() ?? null;
  const data = { ...describeToken(token), lastUsedAt, ...(by === undefined ? {} : { by }) };
  return { action: 'token.removed', subjectKind: 'token', subjectId, ownerId, data };
}
