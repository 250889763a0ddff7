import { randomId } from '@/lib/crypto/random-id';
import { insertInstallation } from '@/lib/db/marketplace';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import type { Environment } from '@/lib/domain/platform/environment';
import { installAppSchema } from '@/lib/domain/platform/marketplace-app';
import { insertNewEnvironment } from '@/lib/services/platform/environments/insert-new-environment';
import { ownerIdOf } from '@/lib/services/platform/owner-id-of';
import { requireProject } from '@/lib/services/platform/projects/require-project';
import { requireApp } from './require-app';

const permission = 'marketplace.app.Install';

/** Creates an environment from an app of the marketplace; it runs at once. Throws not_found (app, project), conflict. */
export async function installApp(call: Call, input: unknown): Promise<Environment> {
  const { id, envName, displayName, envGroups: projectKey } = parseInput(installAppSchema, input);
  await requireProject(call, permission, projectKey);
  const app = requireApp(id);
  const { nodeCount } = app;
  const draft = {
    name: envName,
    displayName: displayName ?? app.name,
    projectKey,
    status: 'running',
    template: app.id,
    nodeCount,
  } as const;
  return transaction(call, async (tx, record) => {
    await requireProject(call, permission, projectKey, tx);
    const origin = {
      action: 'marketplace.installed',
      field: 'envName',
      line: `Installed ${app.name}.`,
      data: { app: id },
    } as const;
    const environment = await insertNewEnvironment(call, tx, record, draft, origin);
    const facts = { id: randomId(), appId: id, environmentId: environment.id };
    await insertInstallation(tx, { ...facts, installedAt: call.now, installedById: ownerIdOf(call) });
    return environment;
  });
}
