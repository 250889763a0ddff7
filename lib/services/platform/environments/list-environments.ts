import { findEnvironments } from '@/lib/db/environments';
import type { Call } from '@/lib/domain/call';
import type { EnvironmentRow } from '@/lib/domain/environment-view';
import { findVisibleContexts } from '@/lib/services/access/require-permission';
import { toEnvironmentRows } from './environment-rows';

/** The lines of the Environments page: what the one who looks may see, by project and name; none is an answer. */
export async function listEnvironments(call: Call): Promise<EnvironmentRow[]> {
  const visible = await findVisibleContexts(call, 'environment.control.GetEnvs');
  return visible.length === 0 ? [] : toEnvironmentRows(call, await findEnvironments(visible));
}
