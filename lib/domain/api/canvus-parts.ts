import { z } from 'zod';
import { repliesWith } from './replies-with';

/** How this API tells a refusal. */
const refusalSchema = z
  .object({
    msg: z.string().describe('What is wrong, in a sentence.').meta({ example: 'Permission denied' }),
  })
  .meta({ id: 'CanvusError' });

/** The replies of an operation: 200 and those of its refusals. */
export const canvusReplies = repliesWith(
  {
    400: 'The request is not right; nothing was changed.',
    401: 'The credential is missing or not valid.',
    403: 'Permission denied, or a condition of the token is not met.',
    404: 'There is no such user or token.',
    409: 'The state of now stands in the way.',
    422: 'The Idempotency-Key was used for another request.',
    429: 'Too many.',
    503: 'Too busy: try again in a moment.',
  },
  refusalSchema,
);

const shownAtMost = 64;

/** The number of a user, as it stands in a path. */
const userNumberSchema = z
  .string()
  .regex(/^[+-]?\d+$/, {
    error: ({ input }) => `User ID ${String(input).slice(0, shownAtMost)} is not an integer`,
  })
  .transform(Number)
  .describe('The number of the user. The first administrator is 1000.')
  .meta({ example: '1001' });

export const userPath = z.object({ id: userNumberSchema });

/** A body: a JSON object, of which what nobody knows is ignored. */
export function canvusBody<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape, { error: 'The body is a JSON object.' });
}

/** An answer without content: `null`, because many clients parse whatever comes. */
export const nothingSchema = z.null().describe('Nothing to say.');
