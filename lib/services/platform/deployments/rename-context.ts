import { renameDeployment } from '@/lib/db/deployments';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { renameContextSchema } from '@/lib/domain/platform/archive';
import { changeDeployments, requireDeployment } from './change-deployments';

/** Serves a deployment under another context path. Throws wrong_state, not_found, conflict (the path is in use). */
export async function renameContext(call: Call, input: unknown): Promise<void> {
  const { envName, oldContext, newContext } = parseInput(renameContextSchema, input);
  await changeDeployments(call, 'environment.deployment.RenameContext', envName, async ({ tx }, deployed) => {
    const deployment = requireDeployment(deployed, oldContext);
    if (deployed.some((each) => each.path === newContext)) {
      const message = `Something is deployed at ${newContext} already.`;
      throw new DeskError('conflict', message, { issues: [{ path: 'newContext', message }] });
    }
    await renameDeployment(tx, deployment.id, newContext);
    const data = { archive: deployment.archiveName, before: oldContext, after: newContext };
    return { action: 'deployment.renamed', line: `Moved ${oldContext} to ${newContext}.`, data };
  });
}
