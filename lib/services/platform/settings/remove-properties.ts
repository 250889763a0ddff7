import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { removePropertiesSchema } from '@/lib/domain/platform/environment-settings';
import { changeSettings, without } from './change-settings';

/** Removes properties. Throws not_found when one does not exist. */
export async function removeProperties(call: Call, input: unknown): Promise<void> {
  const { envName, propertyKeys } = parseInput(removePropertiesSchema, input);
  const target = { permission: 'environment.control.RemoveEnvProperty', kind: 'property', envName } as const;
  await changeSettings(call, target, (current) => without(current, propertyKeys));
}
