import { randomId } from '@/lib/crypto/random-id';
import { putDeployment } from '@/lib/db/deployments';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { deployArchiveSchema, maxDeployments } from '@/lib/domain/platform/archive';
import { requireArchive } from '@/lib/services/platform/archives/require-archive';
import { changeDeployments } from './change-deployments';

/** Deploys an uploaded archive under a context path, in place of what stood there. Throws wrong_state, not_found, conflict. */
export async function deployArchive(call: Call, input: unknown): Promise<void> {
  const { envName, fileName, context: path } = parseInput(deployArchiveSchema, input);
  await changeDeployments(call, 'environment.deployment.DeployArchive', envName, async (step, deployed) => {
    const { tx, environment } = step;
    const archive = await requireArchive(tx, environment.projectKey, fileName);
    const former = deployed.find((each) => each.path === path);
    if (former === undefined && deployed.length >= maxDeployments) {
      throw new DeskError('conflict', `An environment has at most ${maxDeployments} deployments.`);
    }
    const place = { environmentId: environment.id, path, archiveId: archive.id, deployedAt: call.now };
    await putDeployment(tx, { id: randomId(), ...place });
    const data = { archive: fileName, path, former: former?.archiveName ?? null };
    return { action: 'deployment.deployed', line: `Deployed ${fileName} at ${path}.`, data };
  });
}
