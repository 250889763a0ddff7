import { z } from 'zod';
import { virtuozzoCodes } from '@/lib/domain/virtuozzo-codes';
import { apiOperation, nothing, type ApiOperation } from './api-operation';

const codes = Object.values(virtuozzoCodes).map(({ code }) => code);

/** The envelope of a refusal; HTTP 200 all the same. */
export const failureSchema = z
  .object({
    result: z.literal(codes).describe('What went wrong, as a code: see the table of codes.'),
    error: z
      .string()
      .describe('The words of the code, with the name of what it is about.')
      .meta({ example: virtuozzoCodes.notAuthenticated.error }),
    source: z.enum(['hx-core', 'JEL']).describe('The part of the platform that says it.'),
    reason: z.string().optional().describe('A sentence for a person.'),
    missing: z
      .array(
        z.object({
          permission: z.string().describe('The permission that is missing.'),
          context: z.string().describe('Where it is missing.'),
        }),
      )
      .optional()
      .describe('What would have to be held.'),
    link: z.string().optional().describe('Where the owner of the token can grant it, with their password.'),
  })
  .meta({ id: 'VirtuozzoFailure', description: 'A refusal.' });

/** What the operations of this API differ in. */
export interface EnvelopeOperation {
  /** `service.component.Method`: the anchor in the reference, and the permission's name. */
  code: string;
  summary: string;
  description?: string;
  body: z.ZodObject;
  /** The members of the answer besides `result`. */
  reply: z.ZodObject;
  credential?: 'token' | 'none';
  permission: string | null;
}

/** One method as the description has it: POST with a form, answered by an envelope. */
export function envelopeOperation(given: EnvelopeOperation): ApiOperation {
  const { code, summary, description, body, reply, credential = 'token', permission } = given;
  const [service = '', component = '', method = ''] = code.split('.');
  const success = reply
    .extend({ result: z.literal(0).describe('It was done.') })
    .describe('What was asked for.');
  const isBare = Object.keys(body.shape).length === 0;
  return apiOperation({
    id: code,
    api: 'virtuozzo',
    method: 'POST',
    path: `/1.0/${service}/${component}/rest/${method}`,
    summary,
    ...(description === undefined ? {} : { description }),
    credential,
    permission,
    pathParameters: nothing,
    query: nothing,
    body: isBare ? null : body.describe('The parameters, as application/x-www-form-urlencoded.'),
    replies: {
      200: { summary: 'Done, or refused with a code', schema: z.union([success, failureSchema]) },
      400: { summary: 'More than one credential', schema: failureSchema },
    },
  });
}
