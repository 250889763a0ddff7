import { findActions } from '@/lib/db/environment-events';
import type { Call } from '@/lib/domain/call';
import type { PlatformAction } from '@/lib/domain/platform/action';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';

const hourMilliseconds = 3_600_000;

/** What happened in the last hour, in the contexts where the actor may look; newest first, at most 100. */
export async function listCurrentActions(call: Call): Promise<PlatformAction[]> {
  const contexts = await requireVisibleContexts(call, 'environment.tracking.GetCurrentActions');
  return findActions(contexts, { from: new Date(call.now.getTime() - hourMilliseconds) }, 100);
}
