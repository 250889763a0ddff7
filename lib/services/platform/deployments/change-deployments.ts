import { findDeployments } from '@/lib/db/deployments';
import { appendLogLine } from '@/lib/db/environment-logs';
import { updateEnvironment } from '@/lib/db/environments';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { EventAction } from '@/lib/domain/event';
import type { Deployment } from '@/lib/domain/platform/archive';
import { deployLog } from '@/lib/domain/platform/environment-log';
import {
  changeEnvironment,
  type EnvironmentChange,
} from '@/lib/services/platform/environments/change-environment';

/** What a change of deployments did: its event, and the line in the environment's log. */
export interface DeploymentOutcome {
  action: EventAction;
  line: string;
  data: Record<string, unknown>;
}

/** Changes what is deployed in a running environment. Throws wrong_state when it does not run. */
export async function changeDeployments(
  call: Call,
  permission: string,
  envName: string,
  change: (step: EnvironmentChange, deployed: readonly Deployment[]) => Promise<DeploymentOutcome>,
): Promise<void> {
  await changeEnvironment(call, permission, envName, async (step) => {
    const { tx, environment } = step;
    const { id, status } = environment;
    if (status !== 'running')
      throw new DeskError('wrong_state', `The environment ${envName} is ${status}.`, { state: status });
    const { action, line, data } = await change(step, await findDeployments(id, tx));
    await updateEnvironment(tx, id, { changedAt: call.now });
    await appendLogLine(tx, id, { path: deployLog, at: call.now, line: `${line} By ${call.actor.name}.` });
    await step.record(action, data);
  });
}

/** The deployment under a context path. Throws not_found. */
export function requireDeployment(deployed: readonly Deployment[], path: string): Deployment {
  const deployment = deployed.find((each) => each.path === path);
  if (deployment !== undefined) return deployment;
  throw new DeskError('not_found', `Nothing is deployed at ${path}.`, {
    subject: { kind: 'context', name: path },
  });
}
