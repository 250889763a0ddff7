import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { writeVariablesSchema } from '@/lib/domain/platform/environment-settings';
import { changeSettings } from './change-settings';

/** Replaces all environment variables: what is not named is removed. */
export async function setVariables(call: Call, input: unknown): Promise<void> {
  const { envName, vars } = parseInput(writeVariablesSchema, input);
  const target = {
    permission: 'environment.control.SetContainerEnvVars',
    kind: 'variable',
    envName,
  } as const;
  await changeSettings(call, target, () => new Map(Object.entries(vars)));
}
