import { z } from 'zod';
import { parseSelection } from '@/lib/domain/field-selection';
import { parseProfile } from '@/lib/domain/profile-reference';
import { repliesWith } from './replies-with';

/** The codes of this API's errors (04-wire §3). */
export const codecanvasErrors = [
  'validation-error',
  'authentication-required',
  'permission-denied',
  'not-found',
  'duplicated-entity',
  'payload-too-large',
  'rate-limited',
  'internal-server-error',
] as const;

const refusalSchema = z
  .object({
    error: z.enum(codecanvasErrors).describe('What is wrong, as a code.'),
    error_description: z.string().describe('What is wrong, in a sentence.'),
  })
  .meta({ id: 'CodeCanvasError' });

/** The replies of an operation: 200 and those of its refusals. */
export const codecanvasReplies = repliesWith(
  {
    400: 'The request is not right; nothing was changed.',
    401: 'The credential is missing or not valid.',
    403: 'It may not: the sentence says what is missing.',
    404: 'There is no such profile or token.',
    409: 'The state of now stands in the way.',
  },
  refusalSchema,
);

/** Whose profile: `me`, `id:…` or `username:…`. */
export const profileParameter = z
  .string()
  .transform((text, context) => {
    const reference = parseProfile(text);
    if (reference !== null) return reference;
    context.addIssue({ code: 'custom', message: 'A profile is me, id:… or username:….' });
    return z.NEVER;
  })
  .describe('Whose profile: `me`, `id:` with the id, or `username:` with the e-mail address.')
  .meta({ example: 'me' });

/** An instant as this API writes it. */
export const dateSchema = z
  .object({
    iso: z.string().describe('ISO 8601, UTC.').meta({ example: '2026-12-24T18:00:00.000Z' }),
    timestamp: z.number().int().describe('Milliseconds since 1970.').meta({ example: 1_798_135_200_000 }),
  })
  .meta({ id: 'CodeCanvasDate' });

/** Which members of an answer are wanted. */
const fieldsParameter = z
  .string()
  .transform((text, context) => {
    const selection = text.trim() === '' ? undefined : parseSelection(text);
    if (selection !== null) return selection;
    context.addIssue({
      code: 'custom',
      message: '$fields names members, nested in parentheses, such as first(id,name),second.',
    });
    return z.NEVER;
  })
  .optional()
  .describe(
    'The members that the answer shall have, nested in parentheses, such as `first(id,name,scope),second`; `*` stands for all. Names that there are not are ignored. Without it, the answer is whole.',
  )
  .meta({ example: 'id,name' });

/** A query that only selects; what nobody knows is ignored. */
export const selecting = z.object({ $fields: fieldsParameter });

export const profileSchema = z
  .object({
    id: z.string().meta({ example: 'q3VtA0m9T2q8pM1xWz4rKg' }),
    username: z.string().describe('The e-mail address.').meta({ example: 'vera@example.org' }),
    name: z.object({
      firstName: z.string().meta({ example: 'Vera' }),
      lastName: z
        .string()
        .describe('The last word of the name; empty for one word.')
        .meta({ example: 'Blum' }),
    }),
    emails: z.array(z.object({ email: z.string().meta({ example: 'vera@example.org' }) })),
    suspended: z.boolean().describe('Whether the person is blocked.'),
  })
  .partial()
  .meta({ id: 'CodeCanvasProfile' });
