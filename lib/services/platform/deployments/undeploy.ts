import { deleteDeployment } from '@/lib/db/deployments';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { undeploySchema } from '@/lib/domain/platform/archive';
import { changeDeployments, requireDeployment } from './change-deployments';

/** Takes a deployment down; the archive stays. Throws wrong_state, not_found. */
export async function undeploy(call: Call, input: unknown): Promise<void> {
  const { envName, context: path } = parseInput(undeploySchema, input);
  await changeDeployments(call, 'environment.deployment.Undeploy', envName, async ({ tx }, deployed) => {
    const deployment = requireDeployment(deployed, path);
    await deleteDeployment(tx, deployment.id);
    const data = { archive: deployment.archiveName, path };
    return { action: 'deployment.undeployed', line: `Undeployed ${path}.`, data };
  });
}
