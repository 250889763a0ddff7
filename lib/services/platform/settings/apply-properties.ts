import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { writePropertiesSchema } from '@/lib/domain/platform/environment-settings';
import { changeSettings } from './change-settings';

/** Sets properties, new or existing; others stay as they are. */
export async function applyProperties(call: Call, input: unknown): Promise<void> {
  const { envName, properties } = parseInput(writePropertiesSchema, input);
  const target = { permission: 'environment.control.ApplyEnvProperty', kind: 'property', envName } as const;
  await changeSettings(call, target, (current) => new Map([...current, ...Object.entries(properties)]));
}
