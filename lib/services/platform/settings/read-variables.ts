import { findSettings } from '@/lib/db/environment-settings';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { readVariablesSchema } from '@/lib/domain/platform/environment-settings';
import { requireEnvironment } from '@/lib/services/platform/environments/require-environment';

/** The environment variables, by name. */
export async function readVariables(call: Call, input: unknown): Promise<ReadonlyMap<string, string>> {
  const { envName } = parseInput(readVariablesSchema, input);
  const { id } = await requireEnvironment(call, 'environment.control.GetContainerEnvVars', envName);
  return findSettings('variable', id);
}
