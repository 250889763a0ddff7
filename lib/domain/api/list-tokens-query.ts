import { z } from 'zod';
import { instantSchema } from './desk-schemas';

/** What a list of tokens may be narrowed by, and how it is sorted and read on. Unknown parameters are refused (AZ-5). */
export const listTokensQuery = z
  .strictObject({
    owner: z
      .string()
      .max(64)
      .optional()
      .describe('For administrators: the id of a person, or `all`. Without it, your own.')
      .meta({ example: 'all' }),
    state: z
      .enum(['active', 'waiting', 'ending', 'narrowed', 'paused', 'expired'])
      .optional()
      .describe('Only tokens of this status.'),
    access: z.enum(['full', 'limited']).optional().describe('Only tokens of this access.'),
    search: z
      .string()
      .max(100)
      .optional()
      .describe(
        'Every word must stand in the description, in the name or email of the owner, or be the last four characters of the secret.',
      )
      .meta({ example: 'backup' }),
    createdAfter: instantSchema.optional().describe('Made at that instant or later.'),
    createdBefore: instantSchema.optional().describe('Made before that instant.'),
    lastUsedAfter: instantSchema.optional().describe('Last used at that instant or later.'),
    lastUsedBefore: instantSchema.optional().describe('Last used before that instant; not those never used.'),
    lastUsed: z.literal('never').optional().describe('`never`: only tokens that were never used.'),
    expiresAfter: instantSchema
      .optional()
      .describe('Ending at that instant or later; not those that never end.'),
    expiresBefore: instantSchema.optional().describe('Ending before that instant.'),
    expires: z.literal('never').optional().describe('`never`: only tokens that never end.'),
    sort: z
      .enum([
        'created',
        '-created',
        'lastUsed',
        '-lastUsed',
        'expires',
        '-expires',
        'description',
        '-description',
      ])
      .default('-created')
      .describe(
        'The order, a hyphen for descending. Never used comes before the first use, never ending after the last end.',
      ),
    cursor: z
      .string()
      .max(700)
      .optional()
      .describe('Where the last part ended: `next` of its answer. The other parameters stay the same.'),
    limit: z.coerce
      .number({ error: 'The limit is a number.' })
      .int()
      .min(1)
      .max(100)
      .default(50)
      .describe('How many at most, 1–100. A part may hold fewer, even none, before the end.'),
  })
  .refine(
    (query) => query.lastUsed === undefined || (query.lastUsedAfter ?? query.lastUsedBefore) === undefined,
    {
      error: 'What was never used has no last use.',
      path: ['lastUsed'],
    },
  )
  .refine(
    (query) => query.expires === undefined || (query.expiresAfter ?? query.expiresBefore) === undefined,
    {
      error: 'What never ends has no end.',
      path: ['expires'],
    },
  );
export type ListTokensQuery = z.output<typeof listTokensQuery>;
