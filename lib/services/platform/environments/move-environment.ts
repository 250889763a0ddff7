import { countEnvironments, updateEnvironment } from '@/lib/db/environments';
import type { Call } from '@/lib/domain/call';
import { projectContext } from '@/lib/domain/context';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { maxEnvironmentsInProject, moveEnvironmentSchema } from '@/lib/domain/platform/environment';
import { requireProject } from '@/lib/services/platform/projects/require-project';
import { changeEnvironment } from './change-environment';

const permission = 'environment.control.SetEnvGroup';

/** Moves an environment to another project. The permission is needed in both. Throws permission_denied, not_found, conflict. */
export async function moveEnvironment(call: Call, input: unknown): Promise<void> {
  const { envName, envGroup } = parseInput(moveEnvironmentSchema, input);
  await changeEnvironment(call, permission, envName, async ({ tx, environment, record }) => {
    await requireProject(call, permission, envGroup, tx);
    if (environment.projectKey === envGroup) {
      const message = `The environment ${envName} is in ${projectContext(envGroup)} already.`;
      throw new DeskError('conflict', message, { issues: [{ path: 'envGroup', message }] });
    }
    if ((await countEnvironments(tx, envGroup)) >= maxEnvironmentsInProject) {
      throw new DeskError('conflict', `A project holds at most ${maxEnvironmentsInProject} environments.`);
    }
    await updateEnvironment(tx, environment.id, { projectKey: envGroup, changedAt: call.now });
    await record('environment.moved', {
      before: projectContext(environment.projectKey),
      after: projectContext(envGroup),
    });
  });
}
