import { z } from 'zod';

/** How many secrets one report may name. So many fit into the 64 KB of a body. */
const mostReported = 1_000;

/** What a report of leaked secrets says. What is no secret of this desk is taken as well, and means nothing. */
export const reportLeakedSchema = z.strictObject({
  credentials: z
    .array(z.string(), { error: 'The credentials are a list of texts.' })
    .min(1, { error: 'A report names at least one secret.' })
    .max(mostReported, { error: 'A report names at most 1,000 secrets.' })
    .describe('The secrets that were found, 1–1,000: each whole, as it was found.')
    .meta({ example: ['td_pat_7HqVb2…'] }),
});
export type ReportLeakedInput = z.input<typeof reportLeakedSchema>;

/** Which reports an owner has taken note of: all up to this event. */
export const acknowledgeLeaksSchema = z.strictObject({ upTo: z.int().min(1) });
export type AcknowledgeLeaksInput = z.input<typeof acknowledgeLeaksSchema>;
