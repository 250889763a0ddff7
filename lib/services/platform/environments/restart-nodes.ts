import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { restartNodesSchema, type Environment } from '@/lib/domain/platform/environment';
import { statusChanges } from '@/lib/domain/platform/environment-status';
import { changeStatus } from './change-status';
import { requireEnvironment } from './require-environment';

/** Restarts the nodes of a running environment, or the one node that is named. Throws wrong_state, or not_found for the node. */
export async function restartNodes(call: Call, input: unknown): Promise<Environment> {
  const { envName, nodeId } = parseInput(restartNodesSchema, input);
  const { nodeCount } = await requireEnvironment(call, statusChanges.restart.permission, envName);
  if (nodeId !== undefined && nodeId > nodeCount) {
    throw new DeskError('not_found', `The environment ${envName} has no node ${nodeId}.`, {
      subject: { kind: 'node', name: String(nodeId) },
    });
  }
  return changeStatus(call, envName, statusChanges.restart);
}
