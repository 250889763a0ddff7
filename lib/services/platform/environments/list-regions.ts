import type { Call } from '@/lib/domain/call';
import { regions } from '@/lib/domain/platform/node-template';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';

/** The regions of the sample platform: one. */
export async function listRegions(call: Call): Promise<typeof regions> {
  await requireVisibleContexts(call, 'environment.control.GetRegions');
  return regions;
}
