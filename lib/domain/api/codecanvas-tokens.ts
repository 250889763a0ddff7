import { z } from 'zod';
import { formatDay } from '@/lib/domain/day';
import type { Expiry } from '@/lib/domain/expiry';
import { scopeMaxLength } from '@/lib/domain/scope';
import { plainTextSchema } from '@/lib/domain/text';
import { apiOperation } from './api-operation';
import { codecanvasReplies, dateSchema, profileParameter, selecting } from './codecanvas-parts';

const listPath = '/api/http/team-directory/profiles/{profile}/permanent-tokens';
const singlePath = `${listPath}/{id}`;

const ofProfile = z.object({ profile: profileParameter });
const ofToken = ofProfile.extend({
  id: z.string().describe('The id of the token.').meta({ example: '4fN0sHq2T1mWZk8pXr6YbQ' }),
});

const scopeDescription =
  'What it may do: `**` for full access, else `<context>:<Code>` separated by spaces, with the contexts `global`, `project:key:KEY` and `project:id:ID`.';
const scopeExample = 'project:key:shop:environment.control.StopEnv';

/** Members may be left out by `$fields`. */
const tokenSchema = z
  .object({
    id: ofToken.shape.id,
    name: z.string().describe('What its owner calls it.').meta({ example: 'Build server' }),
    profile: z.object({ id: z.string() }).partial().describe('Whose it is.'),
    scope: z
      .string()
      .describe(`${scopeDescription} A permission set is printed as its members of now.`)
      .meta({ example: scopeExample }),
    created: dateSchema,
    expires: dateSchema.describe('From then on it is refused. Absent: it never ends.'),
    lastAccess: z
      .object({ time: dateSchema, address: z.string(), userAgent: z.string() })
      .partial()
      .describe('Absent: it was never used. Up to a minute behind.'),
  })
  .partial()
  .meta({ id: 'CodeCanvasPermanentToken' });

const tokenPage = z
  .object({
    next: z.string().describe('What `$skip` is to be for the part that follows.').meta({ example: '100' }),
    totalCount: z.number().int().describe('How many there are.').meta({ example: 1 }),
    data: z.array(tokenSchema),
  })
  .partial()
  .meta({ id: 'CodeCanvasPermanentTokens' });

const newToken = z
  .object({
    first: tokenSchema,
    second: z.string().describe('The secret, shown this once.').meta({ example: 'td_pat_…' }),
  })
  .partial()
  .meta({ id: 'CodeCanvasNewPermanentToken' });

const name = plainTextSchema('The name')
  .describe('What you call it: 1–255 characters.')
  .meta({ example: 'Build server' });
const scope = z
  .string({ error: 'The scope is missing.' })
  .max(scopeMaxLength, { error: 'The scope is too long.' })
  .describe(scopeDescription)
  .meta({ example: scopeExample });
const whenSchema = z.union(
  [
    z.iso.datetime({ offset: true }).transform((text): Expiry => new Date(text).toISOString()),
    // A day is valid through, like the days of the dashboard (TOK-8).
    z.iso.date().transform((text): Expiry => formatDay(new Date(text))),
    z.null().transform((): Expiry => 'never'),
  ],
  { error: 'An end is written as 2026-12-24T18:00:00Z or 2026-12-24, or it is null.' },
);

const createBody = z
  .strictObject(
    {
      name,
      scope,
      expires: whenSchema
        .optional()
        .describe(
          'When it ends, or the last day that it is valid. Null: never. Left out: never, or with the token that makes it.',
        ),
    },
    { error: 'The body is a JSON object.' },
  )
  .meta({ id: 'CodeCanvasCreatePermanentToken' });

const editBody = z
  .strictObject(
    {
      name: name.optional(),
      scope: scope.optional(),
      expires: whenSchema.optional().describe('A new end; null: it never ends.'),
    },
    { error: 'The body is a JSON object.' },
  )
  .meta({ id: 'CodeCanvasEditPermanentToken', description: 'What is left out stays as it is.' });

const paging = selecting.extend({
  $skip: z
    .string()
    .regex(/^\d{1,9}$/, { error: '$skip is a whole number.' })
    .default('0')
    .transform(Number)
    .describe('How many to pass over, as `next` said.'),
  $top: z
    .string()
    .regex(/^\d{1,9}$/, { error: '$top is a whole number.' })
    .default('100')
    .transform((text) => Math.min(Number(text), 1_000))
    .describe('How many to answer; 1,000 at most.'),
});

const others = 'Administrators may name the profiles of others.';
const usual = { api: 'codecanvas', credential: 'token' } as const;

/** Permanent tokens: `/api/http/team-directory/profiles/…/permanent-tokens` (04-wire §3). */
export const codecanvasTokenApi = {
  createToken: apiOperation({
    id: 'codecanvas.createPermanentToken',
    ...usual,
    method: 'POST',
    path: listPath,
    summary: 'Create a permanent token',
    description: `Answers the token and, this once, its secret. A token makes none that exceeds itself. ${others}`,
    permission: 'users.authentication.CreateToken',
    pathParameters: ofProfile,
    query: selecting,
    body: createBody,
    hasIdempotencyKey: true,
    replies: codecanvasReplies('The token and its secret.', newToken, [400, 401, 403, 404, 409]),
  }),
  listTokens: apiOperation({
    id: 'codecanvas.listPermanentTokens',
    ...usual,
    method: 'GET',
    path: listPath,
    summary: 'List permanent tokens',
    description: `Newest first, a part at a time. ${others}`,
    permission: 'users.authentication.GetTokens',
    pathParameters: ofProfile,
    query: paging,
    body: null,
    replies: codecanvasReplies('A part of the tokens.', tokenPage, [400, 401, 403, 404]),
  }),
  deleteCurrentToken: apiOperation({
    id: 'codecanvas.deleteCurrentPermanentToken',
    ...usual,
    method: 'DELETE',
    path: `${listPath}/current`,
    summary: 'Delete the token that presents itself',
    description:
      'A token may always end itself. An access token ends the token that it stands in for; a narrowed one if it may delete tokens.',
    permission: null,
    pathParameters: ofProfile,
    query: selecting,
    body: null,
    replies: codecanvasReplies('It is gone.', null, [400, 401, 403, 404]),
  }),
  editToken: apiOperation({
    id: 'codecanvas.updatePermanentToken',
    ...usual,
    method: 'PATCH',
    path: singlePath,
    summary: 'Change a permanent token',
    description: `Name, scope and end; what is left out stays, and so does the secret. ${others}`,
    permission: 'users.authentication.EditToken',
    pathParameters: ofToken,
    query: selecting,
    body: editBody,
    replies: codecanvasReplies('It is changed.', null, [400, 401, 403, 404]),
  }),
  deleteToken: apiOperation({
    id: 'codecanvas.deletePermanentToken',
    ...usual,
    method: 'DELETE',
    path: singlePath,
    summary: 'Delete a permanent token',
    description: `It is refused by the very next request. ${others}`,
    permission: 'users.authentication.DeleteTokens',
    pathParameters: ofToken,
    query: selecting,
    body: null,
    replies: codecanvasReplies('It is gone.', null, [400, 401, 403, 404]),
  }),
};
