import { updateToken } from '@/lib/db/tokens';
import { transaction, type Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { editTokenSchema, type EditTokenInput } from '@/lib/domain/token-input';
import type { TokenRow } from '@/lib/domain/token-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { requireProof } from '@/lib/services/people/require-proof';
import { describeEdit, describeToken } from './describe-token';
import { requireFields } from './require-fields';
import { requireHolder } from './require-holder';
import { requireNotStronger, requireTarget, staleVersion } from './require-target';
import { rowPainter } from './token-row';

/** Changes one of the actor's own tokens; the secret stays. The next request with it is judged by the new fields. */
export async function editToken(call: Call, input: EditTokenInput): Promise<TokenRow> {
  const { id, version, fields, proof } = parseInput(editTokenSchema, input);
  const requireAll = async (tx?: Transaction) => {
    const holder = await requireHolder(call, 'EditToken', tx);
    const before = await requireTarget(holder, { id, version }, tx);
    requireNotStronger(holder, before);
    return { holder, before, settings: await requireFields(call, holder, fields, before.access, tx) };
  };
  await requireAll();
  await requireProof(call, proof);
  return transaction(call, async (tx, record) => {
    const { holder, before, settings } = await requireAll(tx);
    const { ownerId } = holder;
    const token = await updateToken(tx, { ownerId, id, version }, settings, call.now);
    if (token === null) throw staleVersion(version + 1);
    const data = { ...describeToken(token), ...describeEdit(before, settings) };
    await record({ action: 'token.edited', subjectKind: 'token', subjectId: id, ownerId, data });
    return rowPainter(holder.ownerRights, currentCatalog(), call.now).toRow(token);
  });
}
