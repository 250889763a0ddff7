import { findEnvironment } from '@/lib/db/environments';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import type { Context } from '@/lib/domain/context';
import { DeskError } from '@/lib/domain/errors';
import { contextOf, type Environment } from '@/lib/domain/platform/environment';
import {
  findVisibleContexts,
  requirePermission,
  requireVisibleContexts,
} from '@/lib/services/access/require-permission';
import { countUseIn } from '@/lib/services/tokens/count-grant-use';

/** How an environment is looked up among those of the contexts. */
type Find = (name: string, contexts: readonly Context[], tx?: Transaction) => Promise<Environment | null>;

// Whoever may do one of these in a context knows which environments are there.
const seeing = [
  'environment.control.GetEnvs',
  'environment.control.GetBasicEnvsInfo',
  'environment.control.GetEnvInfo',
] as const;

/**
 * Load and authorise in one step: the environment, where the actor may do `permission` to it. Where it may not, but sees
 * the environment, it is told which permission is missing and where; what it cannot see does not exist (law 6).
 * Throws permission_denied, or not_found with the name as the caller gave it.
 */
export async function requireEnvironment(
  call: Call,
  permission: string,
  name: string,
  tx?: Transaction,
  find: Find = findEnvironment,
): Promise<Environment> {
  const environment = await find(name, await findVisibleContexts(call, permission, tx), tx);
  if (environment !== null) {
    if (tx === undefined) countUseIn(call, permission, contextOf(environment));
    return environment;
  }
  for (const permissionToSee of seeing) {
    const seen = await find(name, await findVisibleContexts(call, permissionToSee, tx), tx);
    if (seen !== null) await requirePermission(call, permission, contextOf(seen), tx);
  }
  await requireVisibleContexts(call, permission, tx);
  throw new DeskError('not_found', `There is no environment ${name}.`, {
    subject: { kind: 'environment', name },
  });
}
