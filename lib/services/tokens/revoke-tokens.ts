import { findTokensOfAnyone } from '@/lib/db/all-tokens';
import { transaction, type Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { revokeTokensSchema, type RevokeTokensInput } from '@/lib/domain/revoke-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { removeAtOnce } from './remove-at-once';
import { staleVersion } from './require-target';

/**
 * Revokes tokens of any owners, all or none (AZ-6): one unknown id or one stale version refuses the whole call. They are
 * refused by the very next request (law 5), and each owner's log says who did it. Needs desk.tokens.ManageAll.
 */
export async function revokeTokens(call: Call, input: RevokeTokensInput): Promise<{ removedIds: string[] }> {
  const { tokens: seen, proof } = parseInput(revokeTokensSchema, input);
  const requireAll = async (tx?: Transaction) => {
    await requireDeskPermission(call, deskPermissions.manageTokens, tx);
    const ids = seen.map(({ id }) => id);
    const found = new Map((await findTokensOfAnyone(ids, tx)).map((token) => [token.id, token]));
    return seen.map(({ id, version }) => {
      const token = found.get(id);
      if (token === undefined)
        throw new DeskError('not_found', 'One of the tokens is not there any more. Nothing was revoked.');
      if (token.version !== version) throw staleVersion(token.version);
      return token;
    });
  };
  await requireAll();
  await requireProof(call, proof);
  return transaction(call, async (tx, record) => {
    const tokens = await requireAll(tx);
    await removeAtOnce(tx, record, tokens, call.now);
    return { removedIds: tokens.map(({ id }) => id) };
  });
}
