import { z } from 'zod';
import { apiOperation, nothing } from './api-operation';
import { canvusReplies, nothingSchema } from './canvus-parts';
import { canvusUserSchema } from './canvus-users';

const eitherOr = { error: 'Login request must have either email and password or token' };
const text = (sentence: string, example: string) =>
  z.string(eitherOr).max(1_024, eitherOr).describe(sentence).meta({ example });

const byPassword = z.strictObject(
  {
    email: text('What the user signs in by.', 'alice@example.com'),
    password: text('The password.', 'three grey herons at dusk'),
  },
  eitherOr,
);
const byToken = z.strictObject({ token: text('The token of an earlier login.', 'td_ses_…') }, eitherOr);

const sessionSchema = z
  .strictObject({
    token: z
      .string()
      .describe('To be sent as Private-Token. It lives for 24 hours from its last prolongation.')
      .meta({ example: 'td_ses_…' }),
    user: canvusUserSchema,
  })
  .meta({ id: 'CanvusLogin' });

export const loginOperation = apiOperation({
  id: 'canvus.login',
  api: 'canvus',
  method: 'POST',
  path: '/api/v1/users/login',
  summary: 'Sign in',
  description:
    'With email and password: opens a session of 24 hours. With the token of such a session: prolongs it. Nothing else beside them.',
  credential: 'none',
  permission: null,
  pathParameters: nothing,
  query: nothing,
  body: z.union([byPassword, byToken], eitherOr),
  replies: canvusReplies('The session.', sessionSchema, [400, 401, 503]),
});

export const logoutOperation = apiOperation({
  id: 'canvus.logout',
  api: 'canvus',
  method: 'POST',
  path: '/api/v1/users/logout',
  summary: 'Sign out',
  description: 'Ends the session that is presented. An access token is no session: it is deleted instead.',
  credential: 'token',
  permission: null,
  pathParameters: nothing,
  query: nothing,
  body: null,
  replies: canvusReplies('The session has ended.', nothingSchema, [400, 401, 403, 409]),
});
