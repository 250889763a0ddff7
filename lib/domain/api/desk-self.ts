import { z } from 'zod';
import { apiOperation, nothing } from './api-operation';
import { deskReplies } from './desk-problem';
import { catalogShape, newTokenShape, renewTokenBody, selfShape } from './desk-schemas';

const noQuery = z.strictObject({});
const usual = { api: 'desk', pathParameters: nothing, query: noQuery } as const;

/** Our own API: the credential of the request, the catalog, the description. */
export const deskSelfApi = {
  readSelf: apiOperation({
    id: 'desk.readSelf',
    ...usual,
    method: 'GET',
    path: '/api/v1/self',
    summary: 'What am I, and what may I do?',
    description: 'Any live credential may ask: a token, an access token, a session.',
    credential: 'token',
    permission: null,
    body: null,
    replies: deskReplies(
      { 200: { summary: 'The credential of the request.', schema: selfShape } },
      [401, 403],
    ),
  }),
  revokeSelf: apiOperation({
    id: 'desk.revokeSelf',
    ...usual,
    method: 'DELETE',
    path: '/api/v1/self',
    summary: 'Revoke me',
    description:
      'A token may always end itself, whatever it holds; a session signs out. An access token ends by itself, or with its token.',
    credential: 'token',
    permission: null,
    body: null,
    replies: deskReplies({ 204: { summary: 'The credential is dead.', schema: null } }, [401, 403, 409]),
  }),
  rotateSelf: apiOperation({
    id: 'desk.rotateSelf',
    isDestroying: true,
    ...usual,
    method: 'POST',
    path: '/api/v1/self/rotate',
    summary: 'Give me a new secret',
    description:
      'For a token that may renew itself. The secret that the request came with is dead when the answer comes: an answer that is lost on the way cannot be asked for again with it. A new end lies no later than the old one.',
    credential: 'token',
    permission: 'users.authentication.RegenerateToken',
    body: renewTokenBody,
    hasIdempotencyKey: true,
    replies: deskReplies(
      {
        200: {
          summary: 'The token, with its new secret this once.',
          schema: newTokenShape,
          headers: { ETag: 'The version of the token.' },
        },
      },
      [400, 401, 403, 409, 422, 429, 503],
    ),
  }),
  readCatalog: apiOperation({
    id: 'desk.readCatalog',
    ...usual,
    method: 'GET',
    path: '/api/v1/catalog',
    summary: 'List permissions and permission sets',
    credential: 'token',
    permission: null,
    body: null,
    replies: deskReplies({ 200: { summary: 'The catalog.', schema: catalogShape } }, [401, 403]),
  }),
  readDescription: apiOperation({
    id: 'desk.readDescription',
    ...usual,
    method: 'GET',
    path: '/openapi.json',
    summary: 'Read this description as OpenAPI 3.1',
    credential: 'none',
    permission: null,
    body: null,
    replies: { 200: { summary: 'The description.', schema: z.looseObject({ openapi: z.literal('3.1.1') }) } },
  }),
};
