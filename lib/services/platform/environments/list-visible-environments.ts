import { findEnvironments } from '@/lib/db/environments';
import type { Call } from '@/lib/domain/call';
import type { Environment } from '@/lib/domain/platform/environment';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';

/** The operations that list environments: with nodes, or with names and status only. */
export type ListOperation = 'GetEnvs' | 'GetBasicEnvsInfo';

/** The environments in the contexts where the actor may list them, by project and name. */
export async function listVisibleEnvironments(call: Call, operation: ListOperation): Promise<Environment[]> {
  return findEnvironments(await requireVisibleContexts(call, `environment.control.${operation}`));
}
