import { z } from 'zod';
import type { ApiReply } from './api-operation';

/** A refusal of our own API: RFC 9457 problem details. */
export const problemShape = z
  .looseObject({
    type: z.string().describe('about:blank: the status says what kind of problem it is.'),
    title: z.string().describe('The status in words.').meta({ example: 'Forbidden' }),
    status: z.int().meta({ example: 403 }),
    detail: z
      .string()
      .describe('What is wrong, in a sentence.')
      .meta({ example: 'It lacks environment.control.StopEnv in project:shop.' }),
    code: z.string().describe('The same for machines.').meta({ example: 'permission_denied' }),
    missing: z
      .array(
        z.object({
          permission: z.string().describe('What is lacking.'),
          context: z.string().describe('Where.'),
        }),
      )
      .optional()
      .describe('What the credential lacks, and where.'),
    nearestSet: z
      .string()
      .optional()
      .describe('The smallest permission set that has it and that the owner of the token holds there.')
      .meta({ example: 'IDE Plugins' }),
    link: z
      .string()
      .optional()
      .describe('Where the owner can grant exactly that to the token, with their password, for a day.')
      .meta({ example: 'https://desk.example.org/profile/auth-tokens?grant=…' }),
    conditions: z
      .array(
        z.object({
          condition: z
            .enum(['not_in_urls', 'address_not_allowed', 'not_yet_valid'])
            .describe('Which one.')
            .meta({ example: 'address_not_allowed' }),
          says: z
            .string()
            .describe('The same in a sentence.')
            .meta({ example: 'This token is not taken from 203.0.113.9.' }),
        }),
      )
      .optional()
      .describe('The conditions of the token that the request does not meet.'),
    issues: z
      .array(
        z.object({
          path: z.string().describe('The member.'),
          message: z.string().describe('What is wrong with it.'),
        }),
      )
      .optional()
      .describe('What is wrong with which member; the path uses dots.'),
    currentVersion: z.int().optional().describe('The version that the token has now.'),
  })
  .meta({ id: 'Problem', description: 'A refusal.' });

const refusals = {
  400: 'The request is not right, and nothing was changed. `issues` says what is wrong where.',
  401: 'There is no credential, or none that lives.',
  403: 'The credential may not do that. `missing` says what it lacks, `conditions` which condition of the token is not met.',
  404: 'There is no such token, or it is not yours to know of.',
  409: 'The state of now stands in the way, or the first request with this Idempotency-Key is still under way.',
  412: 'The token has been changed since the version that If-Match names.',
  422: 'The Idempotency-Key was used for another request.',
  428: 'If-Match is missing.',
  429: 'Too many requests, or too many wrong passwords: wait.',
  503: 'Too busy: wait a moment.',
} as const;

/** The replies of an operation: those of success, and its refusals by status. */
export function deskReplies(
  replies: Readonly<Record<number, ApiReply>>,
  statuses: readonly (keyof typeof refusals)[],
): Record<number, ApiReply> {
  // Any request may be one too many.
  const refused = [...new Set([...statuses, 429 as const])].map((status) => [
    status,
    { summary: refusals[status], schema: problemShape, mediaType: 'application/problem+json' },
  ]);
  return { ...replies, ...Object.fromEntries(refused) };
}
