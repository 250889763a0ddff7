import { z } from 'zod';
import { apiOperation, nothing } from './api-operation';
import { deskReplies } from './desk-problem';
import {
  copyTokenBody,
  createTokenBody,
  editTokenBody,
  newTokenShape,
  proofBody,
  renewTokenBody,
  tokenIdParameter,
  tokenShape,
} from './desk-schemas';
import { listTokensQuery } from './list-tokens-query';

const onToken = z.object({ id: tokenIdParameter });
const noQuery = z.strictObject({});
const etag = { ETag: 'The version of the token, to send back as If-Match.' };
const created = { ...etag, Location: 'The address of the new token.' };
const usual = { api: 'desk', credential: 'token' } as const;
const permissionTo = (operation: string) => `users.authentication.${operation}`;
const reading = [400, 401, 403, 404] as const;
const changing = [400, 401, 403, 404, 409, 412, 428, 429, 503] as const;
const making = [400, 401, 403, 404, 409, 422, 429, 503] as const;
const renewing = [...changing, 422] as const;
const bounds =
  'A token makes and changes none beyond itself: neither in permissions and contexts, nor in its end, nor in its limits: use in URLs, addresses, requests a minute.';

/** Pause and resume differ in words alone. */
function turning(name: string, verb: string, summary: string, description: string) {
  return apiOperation({
    id: `desk.${name}`,
    ...usual,
    method: 'POST',
    path: `/api/v1/tokens/{id}/${verb}`,
    summary,
    description,
    permission: permissionTo('EditToken'),
    pathParameters: onToken,
    query: noQuery,
    body: proofBody,
    hasIfMatch: true,
    replies: deskReplies(
      { 200: { summary: 'The token as it is now.', schema: tokenShape, headers: etag } },
      changing,
    ),
  });
}

/** Our own API: tokens. */
export const deskTokensApi = {
  listTokens: apiOperation({
    id: 'desk.listTokens',
    ...usual,
    method: 'GET',
    path: '/api/v1/tokens',
    summary: 'List tokens',
    description:
      'Part by part: follow `next`, or the Link header, until it is null. Tokens of others take desk.tokens.ViewAll.',
    permission: permissionTo('GetTokens'),
    pathParameters: nothing,
    query: listTokensQuery,
    body: null,
    replies: deskReplies(
      {
        200: {
          summary: 'A part of the tokens.',
          schema: z
            .object({
              data: z.array(tokenShape),
              next: z.string().nullable().describe('The cursor of the next part; null at the end.'),
            })
            .meta({ id: 'TokenList' }),
          headers: { Link: 'The address of the next part, `rel="next"`.' },
        },
      },
      reading,
    ),
  }),
  createToken: apiOperation({
    id: 'desk.createToken',
    ...usual,
    method: 'POST',
    path: '/api/v1/tokens',
    summary: 'Create a token',
    description: bounds,
    permission: permissionTo('CreateToken'),
    pathParameters: nothing,
    query: noQuery,
    body: createTokenBody,
    hasIdempotencyKey: true,
    replies: deskReplies(
      {
        201: { summary: 'The token, with its secret this once.', schema: newTokenShape, headers: created },
      },
      making,
    ),
  }),
  readToken: apiOperation({
    id: 'desk.readToken',
    ...usual,
    method: 'GET',
    path: '/api/v1/tokens/{id}',
    summary: 'Read a token',
    permission: permissionTo('GetTokens'),
    pathParameters: onToken,
    query: noQuery,
    body: null,
    replies: deskReplies({ 200: { summary: 'The token.', schema: tokenShape, headers: etag } }, reading),
  }),
  editToken: apiOperation({
    id: 'desk.editToken',
    ...usual,
    method: 'PATCH',
    path: '/api/v1/tokens/{id}',
    summary: 'Change a token',
    description: `The secret stays; the next request with it is judged by the change. ${bounds}`,
    permission: permissionTo('EditToken'),
    pathParameters: onToken,
    query: noQuery,
    body: editTokenBody,
    hasIfMatch: true,
    replies: deskReplies(
      { 200: { summary: 'The token as it is now.', schema: tokenShape, headers: etag } },
      changing,
    ),
  }),
  deleteToken: apiOperation({
    id: 'desk.deleteToken',
    ...usual,
    method: 'DELETE',
    path: '/api/v1/tokens/{id}',
    summary: 'Remove a token',
    description: 'It is refused from the next request on, and cannot be brought back.',
    permission: permissionTo('DeleteTokens'),
    pathParameters: onToken,
    query: noQuery,
    body: proofBody,
    hasIfMatch: true,
    replies: deskReplies({ 204: { summary: 'It is removed.', schema: null } }, changing),
  }),
  regenerateToken: apiOperation({
    id: 'desk.regenerateToken',
    isDestroying: true,
    ...usual,
    method: 'POST',
    path: '/api/v1/tokens/{id}/regenerate',
    summary: 'Give a token a new secret',
    description: 'The old secret is dead when the answer comes, and so are the access tokens that it gave.',
    permission: permissionTo('RegenerateToken'),
    pathParameters: onToken,
    query: noQuery,
    body: renewTokenBody,
    hasIfMatch: true,
    hasIdempotencyKey: true,
    replies: deskReplies(
      {
        200: { summary: 'The token, with its new secret this once.', schema: newTokenShape, headers: etag },
      },
      renewing,
    ),
  }),
  pauseToken: turning(
    'pauseToken',
    'pause',
    'Pause a token',
    'It is refused until it is resumed. Its access tokens are gone for good.',
  ),
  resumeToken: turning(
    'resumeToken',
    'resume',
    'Resume a paused token',
    'It goes on with the secret that it has.',
  ),
  copyToken: apiOperation({
    id: 'desk.copyToken',
    ...usual,
    method: 'POST',
    path: '/api/v1/tokens/{id}/copy',
    summary: 'Copy a token',
    description: `Makes a new token after another one, with the fields given; the log says of which it is a copy. ${bounds}`,
    permission: permissionTo('CreateToken'),
    pathParameters: onToken,
    query: noQuery,
    body: copyTokenBody,
    hasIdempotencyKey: true,
    replies: deskReplies(
      {
        201: {
          summary: 'The new token, with its secret this once.',
          schema: newTokenShape,
          headers: created,
        },
      },
      making,
    ),
  }),
};
