import { findArchives } from '@/lib/db/archives';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import type { Archive } from '@/lib/domain/platform/archive';
import { onEnvironmentSchema } from '@/lib/domain/platform/environment';
import { requireEnvironment } from '@/lib/services/platform/environments/require-environment';

/** The archives that can be deployed into an environment: those of its project, by name. */
export async function listArchives(call: Call, input: unknown): Promise<Archive[]> {
  const { envName } = parseInput(onEnvironmentSchema, input);
  const { projectKey } = await requireEnvironment(call, 'environment.file.GetList', envName);
  return findArchives(projectKey);
}
