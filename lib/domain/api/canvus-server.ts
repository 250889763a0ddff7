import { z } from 'zod';
import { apiOperation, nothing } from './api-operation';
import { canvusReplies } from './canvus-parts';

const wholeNumber = (sentence: string, example: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: sentence })
    .transform(Number)
    .optional()
    .describe(sentence)
    .meta({ example });

const timestamp = (sentence: string) =>
  z
    .union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], {
      error: 'That is no ISO 8601 timestamp.',
    })
    // Without a zone it is UTC, as on tokens.
    .transform((text) => new Date(/[zZ]$|[+-]\d\d:?\d\d$|^\d{4}-\d\d-\d\d$/.test(text) ? text : `${text}Z`))
    .optional()
    .describe(sentence)
    .meta({ example: '2021-07-02T06:38:36.025Z' });

const eventSchema = z
  .strictObject({
    action: z.string().describe('What was done.').meta({ example: 'token.generated' }),
    author_id: z.int().nullable().describe('The number of the user who did it; null for the desk itself.'),
    author_name: z
      .string()
      .describe('Their name, or that of the token that acted.')
      .meta({ example: 'Alice' }),
    created_at: z.string().describe('UTC, with Z.').meta({ example: '2021-07-02T06:38:36.025Z' }),
    details: z.string().describe('The facts of the event, as JSON; empty when there are none.'),
    id: z.int().describe('The number of the event: it rises.').meta({ example: 5042 }),
    target_id: z.string().describe('What it was done to: of a user the number.').meta({ example: '1002' }),
    target_name: z.string().describe('Its name at that time.').meta({ example: 'First token' }),
    target_type: z.string().describe('What kind of thing.').meta({ example: 'Token' }),
  })
  .meta({ id: 'CanvusAuditEvent' });

export const auditLogOperation = apiOperation({
  id: 'canvus.readAuditLog',
  api: 'canvus',
  method: 'GET',
  path: '/api/v1/audit-log',
  summary: 'Audit log',
  description:
    'Newest first, a page at a time: the Link header with rel="next" leads to the next page. For whoever may read the audit log.',
  credential: 'token',
  permission: 'desk.audit.View',
  pathParameters: nothing,
  query: z.object({
    per_page: wholeNumber('How many a page: 1 to 100.', '50'),
    cursor: wholeNumber('Where the page begins: from the Link header.', '5042'),
    created_after: timestamp('Only what happened after this.'),
    created_before: timestamp('Only what happened before this.'),
    target_type: z
      .string()
      .max(40)
      .optional()
      .describe('User, Token, Session, Role, Project, Environment, Archive, App or Setup.')
      .meta({ example: 'Token' }),
    target_id: z
      .string()
      .max(64)
      .optional()
      .describe('The id of what it was done to.')
      .meta({ example: '1002' }),
    author_id: wholeNumber('The number of the user who did it.', '1000'),
  }),
  body: null,
  replies: canvusReplies('A page of events.', z.array(eventSchema), [400, 401, 403]),
});

export const serverInfoOperation = apiOperation({
  id: 'canvus.readServerInfo',
  api: 'canvus',
  method: 'GET',
  path: '/api/v1/server-info',
  summary: 'Server info',
  description: 'What answers here. Open to everyone.',
  credential: 'none',
  permission: null,
  pathParameters: nothing,
  query: nothing,
  body: null,
  replies: canvusReplies(
    'The server.',
    z
      .strictObject({
        api: z
          .array(z.string())
          .describe('The versions of this API.')
          .meta({ example: ['v1.2'] }),
        name: z.string().describe('What answers.').meta({ example: 'Tokendesk' }),
        version: z.string().describe('Its version.').meta({ example: '1.0.0' }),
      })
      .meta({ id: 'CanvusServerInfo' }),
    [],
  ),
});
