import { findDeployments } from '@/lib/db/deployments';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { listDeploymentsSchema, type Deployment } from '@/lib/domain/platform/archive';
import { requireEnvironment } from '@/lib/services/platform/environments/require-environment';

/** What is deployed in an environment, by context path. */
export async function listDeployments(call: Call, input: unknown): Promise<Deployment[]> {
  const { envName } = parseInput(listDeploymentsSchema, input);
  const { id } = await requireEnvironment(call, 'environment.deployment.GetDeployments', envName);
  return findDeployments(id);
}
