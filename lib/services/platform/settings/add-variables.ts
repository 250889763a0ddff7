import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { writeVariablesSchema } from '@/lib/domain/platform/environment-settings';
import { changeSettings, withNew } from './change-settings';

/** Adds environment variables. Throws conflict when one exists already. */
export async function addVariables(call: Call, input: unknown): Promise<void> {
  const { envName, vars } = parseInput(writeVariablesSchema, input);
  const target = {
    permission: 'environment.control.AddContainerEnvVars',
    kind: 'variable',
    envName,
  } as const;
  await changeSettings(call, target, (current) => withNew(current, vars, 'vars'));
}
