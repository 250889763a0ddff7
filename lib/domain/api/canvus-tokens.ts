import { z } from 'zod';
import { plainTextSchema } from '@/lib/domain/text';
import { apiOperation, nothing } from './api-operation';
import { canvusBody, canvusReplies, nothingSchema, userPath } from './canvus-parts';

const listPath = '/api/v1/users/{id}/access-tokens';
const singlePath = `${listPath}/{tokenId}`;

const tokenPath = userPath.extend({
  tokenId: z
    .string()
    .describe('The id of the token: public, random, unrelated to its secret.')
    .meta({ example: 'JDJhJDA0JENKTWJDT0g1QV' }),
});

const facts = {
  created_at: z
    .string()
    .describe('When it was made: UTC, milliseconds, no zone.')
    .meta({ example: '2021-07-02T06:38:36.025' }),
  description: z.string().describe('What it is for.').meta({ example: 'First token' }),
  id: tokenPath.shape.tokenId,
};
const tokenSchema = z.strictObject(facts).meta({ id: 'CanvusAccessToken' });
const newTokenSchema = z
  .strictObject({
    ...facts,
    plain_token: z
      .string()
      .describe('The secret. It is shown this once and cannot be had again.')
      .meta({ example: 'QbhGvPSeh0hLSgfJb120I6by4ao1J5RRd59XmNOQq2g' }),
  })
  .meta({ id: 'CanvusNewAccessToken' });

const describing = canvusBody({
  description: plainTextSchema('The description')
    .describe('What the token is for: 1 to 255 characters on one line.')
    .meta({ example: 'Second token' }),
});

const subscribing = z.object({
  subscribe: z
    .string()
    .optional()
    .describe(
      'Keeps the connection open: a line of JSON with the state of now, then one for every change. Its presence is enough.',
    ),
});

const streamed =
  'With `subscribe` the answer does not end: lines of JSON, the first with the state of now, then the changed objects with `"state":"normal"` or `{"id":"…","state":"deleted"}`, and an empty line every 15 seconds. It ends with the credential that opened it, and when a reader is too slow. At most 5 streams a token.';

const listAccessTokens = apiOperation({
  id: 'canvus.listAccessTokens',
  api: 'canvus',
  method: 'GET',
  path: listPath,
  summary: 'List tokens',
  description: `The access tokens of a user, oldest first. Regular users see their own, administrators those of others. ${streamed}`,
  credential: 'token',
  permission: 'users.authentication.GetTokens',
  pathParameters: userPath,
  query: subscribing,
  body: null,
  replies: canvusReplies('The tokens.', z.array(tokenSchema), [400, 401, 403, 404, 429]),
});

const readAccessToken = apiOperation({
  id: 'canvus.readAccessToken',
  api: 'canvus',
  method: 'GET',
  path: singlePath,
  summary: 'Single token',
  description: `One access token of a user. ${streamed}`,
  credential: 'token',
  permission: 'users.authentication.GetTokens',
  pathParameters: tokenPath,
  query: subscribing,
  body: null,
  replies: canvusReplies('The token.', tokenSchema, [400, 401, 403, 404, 429]),
});

const createAccessToken = apiOperation({
  id: 'canvus.createAccessToken',
  api: 'canvus',
  method: 'POST',
  path: listPath,
  summary: 'Create token',
  description:
    'Makes a token that holds all that its maker does: full access of the user, or what the presented token holds, until its end. The secret is in this answer and nowhere else.',
  credential: 'token',
  permission: 'users.authentication.CreateToken',
  pathParameters: userPath,
  query: nothing,
  body: describing,
  hasIdempotencyKey: true,
  replies: canvusReplies('The token, with its secret.', newTokenSchema, [400, 401, 403, 404, 409, 422]),
});

const describeAccessToken = apiOperation({
  id: 'canvus.describeAccessToken',
  api: 'canvus',
  method: 'PATCH',
  path: singlePath,
  summary: 'Change token description',
  credential: 'token',
  permission: 'users.authentication.EditToken',
  pathParameters: tokenPath,
  query: nothing,
  body: describing,
  replies: canvusReplies('The token as it is now.', tokenSchema, [400, 401, 403, 404]),
});

const deleteAccessToken = apiOperation({
  id: 'canvus.deleteAccessToken',
  api: 'canvus',
  method: 'DELETE',
  path: singlePath,
  summary: 'Delete token',
  description: 'Revokes a token: it is refused by the very next request.',
  credential: 'token',
  permission: 'users.authentication.DeleteTokens',
  pathParameters: tokenPath,
  query: nothing,
  body: null,
  replies: canvusReplies('It is gone.', nothingSchema, [400, 401, 403, 404]),
});

/** Every call about access tokens, in the order of the reference. */
export const tokenOperations = {
  list: listAccessTokens,
  read: readAccessToken,
  create: createAccessToken,
  describe: describeAccessToken,
  remove: deleteAccessToken,
};
