import { updateEnvironment } from '@/lib/db/environments';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { setDisplayNameSchema } from '@/lib/domain/platform/environment';
import { changeEnvironment } from './change-environment';

/** Changes the display name; without one it is the environment's name again. */
export async function setDisplayName(call: Call, input: unknown): Promise<void> {
  const { envName, displayName = envName } = parseInput(setDisplayNameSchema, input);
  await changeEnvironment(
    call,
    'environment.control.SetEnvDisplayName',
    envName,
    async ({ tx, environment, record }) => {
      await updateEnvironment(tx, environment.id, { displayName, changedAt: call.now });
      await record('environment.renamed', { before: environment.displayName, after: displayName });
    },
  );
}
