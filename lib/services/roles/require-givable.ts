import { rightsOf } from '@/lib/db/rights';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { globalContext } from '@/lib/domain/context';
import { DeskError } from '@/lib/domain/errors';
import { beyondGiving } from '@/lib/domain/role-effect';

const namedAtMost = 3;

/**
 * Refuses patterns that go beyond what the actor holds everywhere (permission_denied, naming them): the right to manage
 * roles is not the right to everything. Within the transaction of the change.
 */
export async function requireGivable(
  call: Call,
  tx: Transaction,
  patterns: readonly string[],
): Promise<void> {
  const { actor } = call;
  if (actor.kind === 'system') return;
  const power = actor.kind === 'token' ? actor.power : ({ kind: 'full' } as const);
  const missing = beyondGiving(patterns, await rightsOf(actor.personId, tx), power);
  if (missing.length === 0) return;
  const rest = missing.length - namedAtMost;
  const named = missing.slice(0, namedAtMost).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  throw new DeskError(
    'permission_denied',
    `A role cannot give more than you hold everywhere yourself. Beyond that: ${named}.`,
    { missing: missing.map((permission) => ({ permission, context: globalContext })) },
  );
}
