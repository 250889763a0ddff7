import { findActions } from '@/lib/db/environment-events';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { searchActionsSchema, type PlatformAction } from '@/lib/domain/platform/action';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';

/** What happened to environments, in the contexts where the actor may search; newest first. */
export async function searchActions(call: Call, input: unknown): Promise<PlatformAction[]> {
  const { search } = parseInput(searchActionsSchema, input);
  const contexts = await requireVisibleContexts(call, 'environment.tracking.SearchActions');
  const { envName, action, startTime: from, endTime: to } = search;
  return findActions(contexts, { envName, action, from, to }, search.resultCount);
}
