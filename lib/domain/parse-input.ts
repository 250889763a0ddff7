import type { z } from 'zod';
import { DeskError } from './errors';

/**
 * The parse step of a verb. Answers the schema's output; throws invalid_input with one issue per mistake, each pointing
 * at its field by a path with dots (`fields.access.entries.0.context`).
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  throw new DeskError('invalid_input', issues[0]?.message ?? 'The input cannot be read.', { issues });
}
