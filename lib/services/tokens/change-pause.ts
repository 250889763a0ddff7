import { removeAccessTokens } from '@/lib/db/access-tokens';
import { setPaused } from '@/lib/db/tokens';
import { transaction, type Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { changePauseSchema, type ChangePauseInput } from '@/lib/domain/token-input';
import type { TokenView } from '@/lib/domain/token-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireProof } from '@/lib/services/people/require-proof';
import { describeToken } from './describe-token';
import { requireHolder } from './require-holder';
import { requireNotStronger, requireTarget, staleVersion } from './require-target';
import { rowPainter } from './token-row';

/**
 * Puts a token to rest, or lets it go on; the secret stays. The very next request is judged by it (law 5). Throws
 * wrong_state when it rests already, or does not.
 */
export async function changePause(
  call: Call,
  input: ChangePauseInput,
  isPaused: boolean,
  ownerId: string | undefined,
): Promise<TokenView> {
  const { id, version, proof } = parseInput(changePauseSchema, input);
  const requireAll = async (tx?: Transaction) => {
    const holder = await requireHolder(call, 'EditToken', tx, ownerId);
    const before = await requireTarget(call, holder, { id, version }, tx);
    requireNotStronger(holder, before);
    if ((before.pausedAt !== null) === isPaused) {
      const message = isPaused ? 'The token is paused already.' : 'The token is not paused.';
      throw new DeskError('wrong_state', message, { state: isPaused ? 'paused' : 'not paused' });
    }
    return { holder, before };
  };
  await requireAll();
  await requireProof(call, proof);
  return transaction(call, async (tx, record) => {
    const { holder, before } = await requireAll(tx);
    const at = { ownerId: holder.ownerId, id, version: before.version };
    const token = await setPaused(tx, at, isPaused ? call.now : null, call.now);
    if (token === null) throw staleVersion(before.version + 1);
    if (isPaused) await removeAccessTokens(tx, id);
    await record({
      action: isPaused ? 'token.paused' : 'token.resumed',
      subjectKind: 'token',
      subjectId: id,
      ownerId: holder.ownerId,
      data: describeToken(token),
    });
    return rowPainter(holder.ownerRights, currentCatalog(), call.now).toView(token);
  });
}
