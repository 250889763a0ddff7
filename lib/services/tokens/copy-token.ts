import { findToken } from '@/lib/db/tokens';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { copyTokenSchema, type CopyTokenInput } from '@/lib/domain/token-input';
import type { NewTokenView } from '@/lib/domain/token-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { once } from '@/lib/services/idempotency/once';
import { makeSecret } from './make-secret';
import { requireFields } from './require-fields';
import { requireHolder } from './require-holder';
import { requireNoneStronger } from './require-target';
import { signOutToken } from './sign-out-token';
import { rowPainter } from './token-row';

/**
 * Copies one of the actor's own tokens, or of the person `ownerId` for an administrator, as a new one with the fields
 * given, and answers the new secret, this once. Rights are checked anew: a copy holds nothing that the owner has lost
 * (TOK-9). Throws not_found for a foreign source.
 */
export async function copyToken(call: Call, input: CopyTokenInput, ownerId?: string): Promise<NewTokenView> {
  const { sourceId, fields, proof } = parseInput(copyTokenSchema, input);
  const requireActor = (tx?: Transaction) => requireHolder(call, 'CreateToken', tx, ownerId);
  const requireAll = async (tx?: Transaction) => {
    const holder = await requireActor(tx);
    const source = await findToken(holder.ownerId, sourceId, tx);
    if (source === null) throw new DeskError('not_found', 'There is no such token.');
    return { holder, settings: await requireFields(call, holder, fields, tx) };
  };
  return once(call, {
    verb: 'copyToken',
    input: { sourceId, fields, ownerId },
    proof,
    requireActor,
    requireStillWithin: async () => requireNoneStronger(await requireActor(), fields),
    requireAll,
    change: async (tx, record) => {
      const { secret, columns } = makeSecret();
      const { holder, settings } = await requireAll(tx);
      const token = await signOutToken(call, tx, record, holder, settings, columns, {
        action: 'token.copied',
        sourceId,
      });
      return { token: rowPainter(holder.ownerRights, currentCatalog(), call.now).toView(token), secret };
    },
  });
}
