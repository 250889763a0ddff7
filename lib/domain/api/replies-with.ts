import type { z } from 'zod';
import type { ApiReply } from './api-operation';

/**
 * Writes the replies of an API's operations: 200 with its schema, and the refusals by their statuses, each with the sentence
 * of that status and the schema in which this API tells a refusal.
 */
export function repliesWith<Status extends number>(
  refusals: Readonly<Record<Status, string>>,
  refusalSchema: z.ZodType,
): (summary: string, schema: z.ZodType | null, statuses: readonly Status[]) => Record<number, ApiReply> {
  return (summary, schema, statuses) => {
    const refused = statuses.map((status) => [status, { summary: refusals[status], schema: refusalSchema }]);
    return { 200: { summary, schema }, ...Object.fromEntries(refused) };
  };
}
