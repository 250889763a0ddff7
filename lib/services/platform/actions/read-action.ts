import { findActions } from '@/lib/db/environment-events';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { readActionSchema, type PlatformAction } from '@/lib/domain/platform/action';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';

/** One thing that happened. Throws not_found, also for what happened where the actor may not look. */
export async function readAction(call: Call, input: unknown): Promise<PlatformAction> {
  const { id } = parseInput(readActionSchema, input);
  const contexts = await requireVisibleContexts(call, 'environment.tracking.GetAction');
  const [action] = await findActions(contexts, { id }, 1);
  if (action !== undefined) return action;
  throw new DeskError('not_found', `There is no action ${id}.`, {
    subject: { kind: 'action', name: String(id) },
  });
}
