import { findTokens } from '@/lib/db/tokens';
import { transaction, type Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { removeTokensSchema, type RemoveTokensInput } from '@/lib/domain/token-input';
import { requireProof } from '@/lib/services/people/require-proof';
import { removeAtOnce } from './remove-at-once';
import { requireHolder } from './require-holder';
import { requireVersion, staleVersion } from './require-target';

/**
 * Removes tokens of the actor's own, or of the person `ownerId` for an administrator, all or none (AZ-6): one unknown or foreign id, or one stale version, refuses the
 * whole call. They are refused by the very next request (law 5).
 */
export async function removeTokens(
  call: Call,
  input: RemoveTokensInput,
  forOwnerId?: string,
): Promise<{ removedIds: string[] }> {
  const { tokens: seen, proof } = parseInput(removeTokensSchema, input);
  for (const each of seen) requireVersion(call, each);
  const requireAll = async (tx?: Transaction) => {
    const holder = await requireHolder(call, 'DeleteTokens', tx, forOwnerId);
    const found = new Map(
      (
        await findTokens(
          holder.ownerId,
          seen.map((each) => each.id),
          tx,
        )
      ).map((token) => [token.id, token]),
    );
    const tokens = seen.map(({ id, version }) => {
      const token = found.get(id);
      if (token === undefined)
        throw new DeskError('not_found', 'One of the tokens is not there any more. Nothing was removed.');
      if (version !== undefined && token.version !== version) throw staleVersion(token.version);
      return token;
    });
    return { holder, tokens };
  };
  await requireAll();
  await requireProof(call, proof);
  return transaction(call, async (tx, record) => {
    const { tokens } = await requireAll(tx);
    await removeAtOnce(tx, record, tokens, call.now);
    return { removedIds: tokens.map((token) => token.id) };
  });
}
