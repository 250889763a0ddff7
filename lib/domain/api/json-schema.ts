import { z } from 'zod';

/** A JSON Schema (2020-12) as plain data. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** The shared schemas of a document, by name. */
export type Components = Map<string, JsonSchema>;

/**
 * A schema as JSON Schema; what has an id goes to the components, and a reference to it stays. `input`: what a client may
 * send; `output`: what it gets.
 */
export function toJsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Components): JsonSchema {
  const made: JsonSchema = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const { $schema: _, $defs: shared, ...rest } = made;
  for (const [name, each] of Object.entries(isObject(shared) ? shared : {})) {
    const known = components.get(name);
    const tidied = tidy(each);
    if (isObject(tidied) && (known === undefined || io === 'output')) components.set(name, tidied);
  }
  const tidied = tidy(rest);
  return isObject(tidied) ? tidied : {};
}

/** References point to the components; an example is told as JSON Schema tells it; no bounds that only say `integer`. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([keyword, each]): [string, unknown][] => {
    if (keyword === '$ref') return [['$ref', String(each).replace('#/$defs/', '#/components/schemas/')]];
    if (keyword === 'example') return [['examples', [each]]];
    if (keyword === 'id' && typeof each === 'string') return [];
    if (
      (keyword === 'maximum' || keyword === 'minimum') &&
      Math.abs(Number(each)) === Number.MAX_SAFE_INTEGER
    )
      return [];
    // Members may be called like keywords.
    if (keyword === 'properties' && isObject(each))
      return [
        [keyword, Object.fromEntries(Object.entries(each).map(([name, member]) => [name, tidy(member)]))],
      ];
    return [
      [keyword, keyword === 'default' || keyword === 'const' || keyword === 'enum' ? each : tidy(each)],
    ];
  });
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
