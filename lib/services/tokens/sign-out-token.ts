import { randomId } from '@/lib/crypto/random-id';
import { countTokens, insertToken, type TokenSettings } from '@/lib/db/tokens';
import type { RecordEvent, Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { Token } from '@/lib/domain/token';
import { describeToken } from './describe-token';
import type { makeSecret } from './make-secret';
import type { Holder } from './require-holder';

/** How many tokens one person may have at once. */
export const tokensPerPerson = 20_000;

/** The change of generate and copy: one row more, one event. Throws conflict at the limit, which no race passes (REL-6). */
export async function signOutToken(
  call: Call,
  tx: Transaction,
  record: RecordEvent,
  holder: Holder,
  settings: TokenSettings,
  columns: ReturnType<typeof makeSecret>['columns'],
  origin: { action: 'token.generated' } | { action: 'token.copied'; sourceId: string },
): Promise<Token> {
  if ((await countTokens(holder.ownerId, tx)) >= tokensPerPerson) {
    const limit = tokensPerPerson.toLocaleString('en-GB');
    throw new DeskError(
      'conflict',
      `${limit} tokens are signed out in your name, which is the limit. Remove some first.`,
    );
  }
  const { ownerId } = holder;
  const token = await insertToken(tx, {
    id: randomId(),
    ownerId,
    createdAt: call.now,
    ...settings,
    ...columns,
  });
  const copied = origin.action === 'token.copied' ? { sourceId: origin.sourceId } : {};
  const data = { ...describeToken(token), ...copied };
  await record({ action: origin.action, subjectKind: 'token', subjectId: token.id, ownerId, data });
  return token;
}
