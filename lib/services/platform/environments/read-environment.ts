import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { onEnvironmentSchema, type Environment } from '@/lib/domain/platform/environment';
import { findKnownEnvironment } from './find-known-environment';
import { requireEnvironment } from './require-environment';

/** One environment. Throws permission_denied, or not_found for what does not exist or is out of sight. */
export async function readEnvironment(call: Call, input: unknown): Promise<Environment> {
  const { envName } = parseInput(onEnvironmentSchema, input);
  return requireEnvironment(call, 'environment.control.GetEnvInfo', envName, undefined, findKnownEnvironment);
}
