import { findEnvironment } from '@/lib/db/environments';
import type { Call } from '@/lib/domain/call';
import type { EnvironmentRow } from '@/lib/domain/environment-view';
import { environmentNameSchema } from '@/lib/domain/platform/environment';
import { findVisibleContexts } from '@/lib/services/access/require-permission';
import { toEnvironmentRows } from './environment-rows';

/** One line of the Environments page; null for what does not exist, is out of sight, or is no name. */
export async function findEnvironmentRow(call: Call, name: string): Promise<EnvironmentRow | null> {
  if (!environmentNameSchema.safeParse(name).success) return null;
  const visible = await findVisibleContexts(call, 'environment.control.GetEnvs');
  const environment = await findEnvironment(name, visible);
  if (environment === null) return null;
  const [row = null] = await toEnvironmentRows(call, [environment]);
  return row;
}
