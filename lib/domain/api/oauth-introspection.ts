import { z } from 'zod';
import { contextSchema, globalContext } from '@/lib/domain/context';
import { permissionSchema } from '@/lib/domain/permission';
import { apiOperation, nothing } from './api-operation';
import { oauthRefused } from './oauth-parts';

const clientShape = {
  client_id: z
    .string()
    .optional()
    .describe("The client's id, where HTTP Basic is not used.")
    .meta({ example: 'c0Xr6YbQ2T1mWZk8p4fN0s' }),
  client_secret: z
    .string()
    .optional()
    .describe("The client's secret, where HTTP Basic is not used.")
    .meta({ example: 'td_rsk_…' }),
};

const presentedShape = {
  token: z
    .string({ error: 'The parameter token is missing.' })
    .min(1, { error: 'The parameter token is missing.' })
    .max(4_096, { error: 'That is no token: it is too long.' })
    .describe('What was presented as a token.')
    .meta({ example: 'td_pat_…' }),
  token_type_hint: z.string().optional().describe('Ignored: a token says itself what it is.'),
};

const questionSchema = z
  .object(
    {
      ...presentedShape,
      permission: permissionSchema
        .optional()
        .describe(
          'Our extension: whether the token may do this, which must be of a service that you ask for.',
        )
        .meta({ example: 'store.orders.listOrders' }),
      context: contextSchema
        .default(globalContext)
        .describe('Our extension: where it would do it.')
        .meta({ example: 'store:main' }),
      address: z
        .string()
        .max(64, { error: 'An address has at most 64 characters.' })
        .optional()
        .describe(
          'Our extension: from where the token came to you. A token that is bound to addresses is active only where this is one of them.',
        )
        .meta({ example: '203.0.113.9' }),
      ...clientShape,
    },
    { error: 'The form is missing.' },
  )
  .describe('The token, as a form. Other parameters are ignored.');

const missingSchema = z.object({
  permission: z.string().describe('What is lacking.'),
  context: z.string().describe('Where.'),
});

/** What introspection says of a token that is active. */
export const activeTokenSchema = z
  .object({
    active: z.literal(true).describe('It lives, and holds something now in the services that you ask for.'),
    scope: z
      .string()
      .describe(
        'What it holds now in your services, as context:Code separated by spaces; `global` holds everywhere. With a permission asked: where it holds that one.',
      )
      .meta({ example: 'store:main:store.orders.listOrders' }),
    sub: z.string().describe("Its owner's id.").meta({ example: 'u8Zt0vWq3kYbN5mXr7LcDg' }),
    username: z.string().describe("Its owner's email.").meta({ example: 'ada@example.org' }),
    client_id: z
      .string()
      .describe('The public id of the token; of an access token, that of the token it was exchanged for.')
      .meta({ example: '4fN0sHq2T1mWZk8pXr6YbQ' }),
    exp: z.int().optional().describe('When it ends, in seconds since 1970; absent for never.'),
    iat: z.int().describe('When it was made, in seconds since 1970.').meta({ example: 1795305600 }),
    iss: z.string().describe('The address of this desk.').meta({ example: 'https://desk.example.org' }),
    aud: z.string().describe('Your audience, or else your name.').meta({ example: 'store' }),
    jti: z.string().describe('Its public id.').meta({ example: '4fN0sHq2T1mWZk8pXr6YbQ' }),
    token_type: z.literal('Bearer').describe('How it is presented.'),
    allowed: z.boolean().optional().describe('Our extension: whether it may do what was asked.'),
    missing: z.array(missingSchema).optional().describe('Where it may not: what it lacks.'),
    nearest_set: z
      .string()
      .optional()
      .describe(
        'Where it may not: the smallest permission set that would do, and that its owner holds there.',
      )
      .meta({ example: 'IDE Plugins' }),
    link: z
      .string()
      .optional()
      .describe(
        'Where its owner could grant it: the page that does, for the bearer. It asks for the password.',
      ),
  })
  .meta({ id: 'ActiveToken', description: 'A token that is active for you.' });

const introspectionSchema = z
  .union([
    activeTokenSchema,
    z
      .object({ active: z.literal(false).describe('And nothing else, whatever the reason.') })
      .meta({ id: 'InactiveToken', description: 'Anything else.' }),
  ])
  .describe('What the token is to you, as RFC 7662 says.');

const revocationSchema = z
  .object({ ...presentedShape, ...clientShape }, { error: 'The form is missing.' })
  .describe('The token, as a form. Other parameters are ignored.');

/** What is said of a token that was presented, and how it is ended: RFC 7662 and RFC 7009. */
export const oauthTokenOperations = {
  introspectToken: apiOperation({
    id: 'oauth.introspectToken',
    api: 'oauth',
    method: 'POST',
    path: '/oauth/introspect',
    summary: 'Introspect a token that was presented to you',
    description:
      'For resource servers, by the id and the credential (td_rsk_…) that the desk gave them, by HTTP Basic or in the form. A token is active for you when it lives, its conditions are met, and it holds at least one permission of your services now. Whatever else it is – unknown, expired, removed, paused, not valid yet, of a blocked owner, for other services – the answer is the same, byte for byte and in the same time. `Cache-Control: no-cache` on the request asks the database, whatever memory says.',
    credential: 'resource-client',
    permission: null,
    pathParameters: nothing,
    // Tokens do not belong into addresses: nothing does.
    query: z.strictObject({}),
    body: questionSchema,
    replies: {
      200: { summary: 'What it is to you.', schema: introspectionSchema },
      400: oauthRefused('The request is not right.'),
      401: oauthRefused('The resource server is not known.'),
      429: oauthRefused(
        'The token is used more often than it may be, or the credential was wrong too often.',
      ),
    },
  }),
  revokeToken: apiOperation({
    id: 'oauth.revokeToken',
    api: 'oauth',
    method: 'POST',
    path: '/oauth/revoke',
    summary: 'Revoke a token by its secret',
    description:
      'For resource servers, which end what is active for them, and for a token by its own id and secret, which ends itself or an access token that it was exchanged for. An access token dies alone, a token with all its access tokens. What is unknown, dead or of no concern to you is answered the same, and nothing changes. The log of its owner says who did it.',
    credential: 'client',
    isDestroying: true,
    permission: null,
    pathParameters: nothing,
    query: z.strictObject({}),
    body: revocationSchema,
    replies: {
      200: { summary: 'It is not active, whatever it was.', schema: null },
      400: oauthRefused('The request is not right.'),
      401: oauthRefused('The client is not known.'),
    },
  }),
};
