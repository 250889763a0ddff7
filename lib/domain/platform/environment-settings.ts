import { z } from 'zod';
import { isPlainText } from '@/lib/domain/text';
import { onEnvironmentSchema } from './environment';
import { jsonText, nameList, wholeNumber } from './wire-value';

/** At most this many variables, and as many properties, in one environment. */
export const maxSettings = 200;

const nodeIdSchema = wholeNumber(1, 999_999_999).optional();

const variableNameSchema = z
  .string({ error: 'The name of a variable is missing.' })
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, {
    error: 'A variable is named by letters, digits and _, at most 100.',
  });
const propertyNameSchema = z
  .string({ error: 'The name of a property is missing.' })
  .regex(/^[A-Za-z][A-Za-z0-9._-]{0,99}$/, {
    error: 'A property is named by letters, digits, . _ and -, at most 100.',
  });

const valueSchema = z
  .string({ error: 'A value is a text.' })
  .max(4_096, { error: 'A value has at most 4,096 characters.' })
  .refine(isPlainText, { error: 'A value has a control or invisible character.' });

function settingsSchema(name: z.ZodType<string, string>) {
  return jsonText(
    z
      .record(name, valueSchema, { error: 'Names and values are a JSON object.' })
      .refine((settings) => Object.keys(settings).length > 0, { error: 'Nothing is named.' })
      .refine((settings) => Object.keys(settings).length <= maxSettings, {
        error: `At most ${maxSettings} of them.`,
      }),
  );
}

export const readVariablesSchema = onEnvironmentSchema.extend({ nodeId: nodeIdSchema });
export const writeVariablesSchema = onEnvironmentSchema.extend({
  vars: settingsSchema(variableNameSchema),
  nodeId: nodeIdSchema,
});
export const removeVariablesSchema = onEnvironmentSchema.extend({
  vars: nameList(variableNameSchema, maxSettings),
  nodeId: nodeIdSchema,
});

export const readPropertiesSchema = onEnvironmentSchema.extend({
  propertyKeys: nameList(propertyNameSchema, maxSettings).optional(),
});
export const writePropertiesSchema = onEnvironmentSchema.extend({
  properties: settingsSchema(propertyNameSchema),
});
export const removePropertiesSchema = onEnvironmentSchema.extend({
  propertyKeys: nameList(propertyNameSchema, maxSettings),
});
