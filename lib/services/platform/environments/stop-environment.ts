import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { onEnvironmentSchema, type Environment } from '@/lib/domain/platform/environment';
import { statusChanges } from '@/lib/domain/platform/environment-status';
import { changeStatus } from './change-status';

/** Stops an environment that is running or sleeping. Throws wrong_state otherwise. */
export async function stopEnvironment(call: Call, input: unknown): Promise<Environment> {
  const { envName } = parseInput(onEnvironmentSchema, input);
  return changeStatus(call, envName, statusChanges.stop);
}
