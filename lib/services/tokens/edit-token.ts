import { updateToken } from '@/lib/db/tokens';
import { transaction, type Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { editTokenSchema, type EditTokenInput } from '@/lib/domain/token-input';
import type { TokenView } from '@/lib/domain/token-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireProof } from '@/lib/services/people/require-proof';
import { describeEdit, describeToken } from './describe-token';
import { requireChange } from './require-fields';
import { requireHolder } from './require-holder';
import { requireNotStronger, requireTarget, staleVersion } from './require-target';
import { rowPainter } from './token-row';

/**
 * Changes one of the actor's own tokens, or one of the person `ownerId` for an administrator; the secret stays, and so does
 * every field that is left out. The next request with it is judged by the new fields.
 */
export async function editToken(call: Call, input: EditTokenInput, ownerId?: string): Promise<TokenView> {
  const { id, version, fields, proof } = parseInput(editTokenSchema, input);
  const requireAll = async (tx?: Transaction) => {
    const holder = await requireHolder(call, 'EditToken', tx, ownerId);
    const before = await requireTarget(call, holder, { id, version }, tx);
    requireNotStronger(holder, before);
    return { holder, before, settings: await requireChange(call, holder, fields, before, tx) };
  };
  await requireAll();
  await requireProof(call, proof);
  return transaction(call, async (tx, record) => {
    const { holder, before, settings } = await requireAll(tx);
    const at = { ownerId: holder.ownerId, id, version: before.version };
    const token = await updateToken(tx, at, settings, call.now);
    if (token === null) throw staleVersion(before.version + 1);
    const data = { ...describeToken(token), ...describeEdit(before, settings) };
    await record({
      action: 'token.edited',
      subjectKind: 'token',
      subjectId: id,
      ownerId: holder.ownerId,
      data,
    });
    return rowPainter(holder.ownerRights, currentCatalog(), call.now).toView(token);
  });
}
