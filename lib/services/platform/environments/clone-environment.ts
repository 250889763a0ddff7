import { findSettings, replaceSettings } from '@/lib/db/environment-settings';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { cloneEnvironmentSchema, type Environment } from '@/lib/domain/platform/environment';
import { insertNewEnvironment } from './insert-new-environment';
import { requireEnvironment } from './require-environment';

const permission = 'environment.control.CloneEnv';

/**
 * Clones an environment within its project: template, nodes, variables and properties; not endpoints, logs and
 * deployments. The clone runs at once. Throws permission_denied, not_found, conflict (name, limit).
 */
export async function cloneEnvironment(call: Call, input: unknown): Promise<Environment> {
  const { srcEnvName, dstEnvName } = parseInput(cloneEnvironmentSchema, input);
  await requireEnvironment(call, permission, srcEnvName);
  return transaction(call, async (tx, record) => {
    const source = await requireEnvironment(call, permission, srcEnvName, tx);
    const { projectKey, template, nodeCount } = source;
    const draft = {
      name: dstEnvName,
      displayName: dstEnvName,
      projectKey,
      status: 'running',
      template,
      nodeCount,
    } as const;
    const clone = await insertNewEnvironment(call, tx, record, draft, {
      action: 'environment.cloned',
      field: 'dstEnvName',
      line: `Cloned from ${srcEnvName}.`,
      data: { from: srcEnvName },
    });
    for (const kind of ['variable', 'property'] as const) {
      await replaceSettings(tx, kind, clone.id, await findSettings(kind, source.id, tx));
    }
    return clone;
  });
}
