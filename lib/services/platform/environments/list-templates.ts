import type { Call } from '@/lib/domain/call';
import { nodeTemplates, type NodeTemplate } from '@/lib/domain/platform/node-template';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';

/** The node templates that an environment can be created from. */
export async function listTemplates(call: Call): Promise<readonly NodeTemplate[]> {
  await requireVisibleContexts(call, 'environment.control.GetTemplates');
  return nodeTemplates;
}
