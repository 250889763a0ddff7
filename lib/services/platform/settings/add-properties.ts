import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { writePropertiesSchema } from '@/lib/domain/platform/environment-settings';
import { changeSettings, withNew } from './change-settings';

/** Adds properties. Throws conflict when one exists already. */
export async function addProperties(call: Call, input: unknown): Promise<void> {
  const { envName, properties } = parseInput(writePropertiesSchema, input);
  const target = { permission: 'environment.control.AddEnvProperty', kind: 'property', envName } as const;
  await changeSettings(call, target, (current) => withNew(current, properties, 'properties'));
}
