import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { createEnvironmentSchema, type Environment } from '@/lib/domain/platform/environment';
import { requireProject } from '@/lib/services/platform/projects/require-project';
import { insertNewEnvironment } from './insert-new-environment';

const permission = 'environment.control.CreateEnvironment';

/** Creates an environment in a project; it runs at once. Throws permission_denied, not_found (project), conflict (name, limit). */
export async function createEnvironment(call: Call, input: unknown): Promise<Environment> {
  const { env, nodes, envGroups: projectKey } = parseInput(createEnvironmentSchema, input);
  await requireProject(call, permission, projectKey);
  const draft = {
    name: env.shortdomain,
    displayName: env.displayName ?? env.shortdomain,
    projectKey,
    status: 'running',
    template: nodes[0]?.nodeType ?? 'nodejs',
    nodeCount: nodes.reduce((sum, node) => sum + node.count, 0),
  } as const;
  return transaction(call, async (tx, record) => {
    await requireProject(call, permission, projectKey, tx);
    const data = { template: draft.template, nodeCount: draft.nodeCount };
    return insertNewEnvironment(call, tx, record, draft, {
      action: 'environment.created',
      field: 'env',
      line: 'Created.',
      data,
    });
  });
}
