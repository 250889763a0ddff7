import { z } from 'zod';
import { apiOperation, nothing, type ApiReply } from './api-operation';
import { problemShape } from './desk-problem';

const resolutionSchema = z
  .discriminatedUnion('active', [
    z.strictObject({ active: z.literal(false).describe('It opens nothing here.') }),
    z.strictObject({
      active: z.literal(true).describe('It lives, and holds something in the services of the asker.'),
      tokenId: z.string().describe('Its public id.').meta({ example: '4fN0sHq2T1mWZk8pXr6YbQ' }),
      ownerId: z.string().describe('The public id of its owner.').meta({ example: 'u8Zt0vWq3kYbN5mXr7LcDg' }),
      ownerEmail: z.string().describe('Its owner.').meta({ example: 'ada@example.org' }),
      grants: z
        .record(z.string(), z.array(z.string()))
        .describe('What it may do now in the services of the asker, by context; `global` holds in every one.')
        .meta({ example: { global: ['shop.orders.listOrders'] } }),
      limits: z
        .strictObject({
          addresses: z.array(z.string()).describe('Ranges it may be used from; empty for anywhere.'),
          notBefore: z.string().nullable().describe('From when it is taken; null for at once.'),
          requestsPerMinute: z.int().nullable().describe('Requests a minute; null for no limit of its own.'),
          mayUseInUrls: z.boolean().describe('Whether it may come in the address of a request.'),
        })
        .describe('What the asker has to judge, because it sees the request.'),
      expiresAt: z.string().nullable().describe('When it ends; null for never.'),
      seq: z.int().describe('The number of the log that this knows of.').meta({ example: 1024 }),
    }),
  ])
  .describe('What a resource server may know of a token.');

const refused = (summary: string): ApiReply => ({
  summary,
  schema: problemShape,
  mediaType: 'application/problem+json',
});
const unknownClient = refused('The credential is none of a resource server.');

/** What the verifier package asks (docs/guides/verify-in-process.md). Answers the credential of a resource server alone. */
export const verifierApi = {
  resolve: apiOperation({
    id: 'verifier.resolve',
    api: 'verifier',
    method: 'POST',
    path: '/verifier/resolve',
    summary: 'Resolve a token to what it may do in your services',
    description:
      'What is dead, unknown, or holds nothing in the services of the asker looks the same. The answer may be kept until the feed says to forget it, and not longer than some seconds without the feed.',
    credential: 'resource-server',
    permission: null,
    pathParameters: nothing,
    query: z.strictObject({}),
    body: z
      .strictObject(
        {
          presented: z
            .string({ error: 'presented is missing.' })
            .max(512, { error: 'presented has at most 512 characters.' })
            .describe('What the client of the asker presented.')
            .meta({ example: 'td_pat_…' }),
        },
        { error: 'The body is missing.' },
      )
      .describe('What was presented.'),
    replies: {
      200: { summary: 'What it may do, or that it opens nothing.', schema: resolutionSchema },
      400: refused('The request is not right. `issues` says what is wrong where.'),
      401: unknownClient,
      429: refused('Too many wrong credentials from this address: wait.'),
    },
  }),
  feed: apiOperation({
    id: 'verifier.feed',
    api: 'verifier',
    method: 'GET',
    path: '/feed',
    summary: 'Follow what has to be forgotten',
    description:
      'Server-sent events that do not end. `hello` {seq, at} comes first; then `forget` {seq} with `token`, `owner` or `all`, for what has changed; `beat` {seq, at} every second says that everything before `at`, a clock of the desk in milliseconds, was told. Last-Event-ID or `after` resumes; when too much was missed, `forget` is told of all. The stream ends with the credential.',
    credential: 'resource-server',
    permission: null,
    pathParameters: nothing,
    query: z.strictObject({
      after: z
        .string()
        .regex(/^\d{1,15}$/, { error: 'after is the number of an event.' })
        .transform(Number)
        .optional()
        .describe('The last event that was heard of; Last-Event-ID says the same.'),
    }),
    body: null,
    replies: {
      200: { summary: 'The stream.', schema: null, mediaType: 'text/event-stream' },
      401: unknownClient,
      429: refused('Too many streams of this credential, or too many wrong ones from this address.'),
    },
  }),
};
