import { findSettings } from '@/lib/db/environment-settings';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { readPropertiesSchema } from '@/lib/domain/platform/environment-settings';
import { requireEnvironment } from '@/lib/services/platform/environments/require-environment';

/** The properties of an environment, by name; those asked for, as far as they exist, or all. */
export async function readProperties(call: Call, input: unknown): Promise<ReadonlyMap<string, string>> {
  const { envName, propertyKeys } = parseInput(readPropertiesSchema, input);
  const { id } = await requireEnvironment(call, 'environment.control.GetEnvProperty', envName);
  const all = await findSettings('property', id);
  return propertyKeys === undefined ? all : new Map([...all].filter(([name]) => propertyKeys.includes(name)));
}
