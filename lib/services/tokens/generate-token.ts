import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { generateTokenSchema, type GenerateTokenInput } from '@/lib/domain/token-input';
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
 * Generates a token of the actor's own, or of the person `ownerId` for an administrator, and answers its secret, this once
 * (law 3). The fields are checked before the password, so that a slip costs no try, and again inside the transaction.
 */
export async function generateToken(
  call: Call,
  input: GenerateTokenInput,
  ownerId?: string,
): Promise<NewTokenView> {
  const { fields, proof } = parseInput(generateTokenSchema, input);
  const requireActor = (tx?: Transaction) => requireHolder(call, 'CreateToken', tx, ownerId);
  return once(call, {
    verb: 'generateToken',
    input: { fields, ownerId },
    proof,
    requireActor,
    requireStillWithin: async () => requireNoneStronger(await requireActor(), fields),
    requireAll: async () => requireFields(call, await requireActor(), fields),
    change: async (tx, record) => {
      const { secret, columns } = makeSecret();
      const holder = await requireActor(tx);
      const settings = await requireFields(call, holder, fields, tx);
      const token = await signOutToken(call, tx, record, holder, settings, columns, {
        action: 'token.generated',
      });
      return { token: rowPainter(holder.ownerRights, currentCatalog(), call.now).toView(token), secret };
    },
  });
}
