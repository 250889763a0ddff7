import { removeAccessTokens } from '@/lib/db/access-tokens';
import { findToken, replaceSecret } from '@/lib/db/tokens';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { regenerateTokenSchema, type RegenerateTokenInput } from '@/lib/domain/token-input';
import type { NewTokenView } from '@/lib/domain/token-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { once } from '@/lib/services/idempotency/once';
import { describeToken, expiryText } from './describe-token';
import { makeSecret } from './make-secret';
import { requireExpiry } from './require-fields';
import { requireHolder } from './require-holder';
import { requireNotStronger, requireTarget, staleVersion } from './require-target';
import { rowPainter } from './token-row';

/**
 * Gives one of the actor's own tokens (of the person `ownerId`, for an administrator) a new secret, answered this once,
 * and if wanted a new expiry. One transaction: the old secret dies, with the access tokens it gave, as the new one comes
 * alive (TOK-7). An expired token may be regenerated; it lives when its new end lies ahead.
 */
export async function regenerateToken(
  call: Call,
  input: RegenerateTokenInput,
  ownerId?: string,
): Promise<NewTokenView> {
  const { id, version, expiry, proof } = parseInput(regenerateTokenSchema, input);
  const requireActor = (tx?: Transaction) => requireHolder(call, 'RegenerateToken', tx, ownerId);
  const requireAll = async (tx?: Transaction) => {
    const holder = await requireActor(tx);
    const before = await requireTarget(call, holder, { id, version }, tx);
    requireNotStronger(holder, before);
    const expiresAt = expiry === undefined ? before.expiresAt : requireExpiry(call, holder, expiry, 'expiry');
    return { holder, before, expiresAt };
  };
  return once(call, {
    verb: 'regenerateToken',
    input: { id, version, expiry, ownerId },
    proof,
    requireActor,
    requireStillWithin: async () => {
      const holder = await requireActor();
      const token = await findToken(holder.ownerId, id);
      if (token !== null) requireNotStronger(holder, token);
    },
    requireAll,
    change: async (tx, record) => {
      const { secret, columns } = makeSecret();
      const { holder, before, expiresAt } = await requireAll(tx);
      const at = { ownerId: holder.ownerId, id, version: before.version };
      const token = await replaceSecret(tx, at, columns, expiresAt, call.now);
      if (token === null) throw staleVersion(before.version + 1);
      await removeAccessTokens(tx, id);
      const data = {
        ...describeToken(token),
        expiryBefore: expiryText(before.expiresAt),
        expiryAfter: expiryText(expiresAt),
      };
      await record({
        action: 'token.regenerated',
        subjectKind: 'token',
        subjectId: id,
        ownerId: holder.ownerId,
        data,
      });
      return { token: rowPainter(holder.ownerRights, currentCatalog(), call.now).toView(token), secret };
    },
  });
}
