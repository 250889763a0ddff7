import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { removeVariablesSchema } from '@/lib/domain/platform/environment-settings';
import { changeSettings, without } from './change-settings';

/** Removes environment variables. Throws not_found when one does not exist. */
export async function removeVariables(call: Call, input: unknown): Promise<void> {
  const { envName, vars } = parseInput(removeVariablesSchema, input);
  const target = {
    permission: 'environment.control.RemoveContainerEnvVars',
    kind: 'variable',
    envName,
  } as const;
  await changeSettings(call, target, (current) => without(current, vars));
}
