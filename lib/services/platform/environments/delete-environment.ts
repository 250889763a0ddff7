import { deleteEnvironmentRow } from '@/lib/db/environments';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { onEnvironmentSchema } from '@/lib/domain/platform/environment';
import { changeEnvironment } from './change-environment';

/** Deletes an environment in any status, with its variables, properties, endpoints, logs and deployments. Archives stay. */
export async function deleteEnvironment(call: Call, input: unknown): Promise<void> {
  const { envName } = parseInput(onEnvironmentSchema, input);
  await changeEnvironment(
    call,
    'environment.control.DeleteEnv',
    envName,
    async ({ tx, environment, record }) => {
      await deleteEnvironmentRow(tx, environment.id);
      await record('environment.deleted', { statusBefore: environment.status, statusAfter: null });
    },
  );
}
