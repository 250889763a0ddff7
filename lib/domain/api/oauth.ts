import { z } from 'zod';
import { apiOperation, nothing } from './api-operation';
import { oauthTokenOperations } from './oauth-introspection';
import { oauthRefused } from './oauth-parts';

const grantSchema = z
  .object(
    {
      grant_type: z
        .string({ error: 'The parameter grant_type is missing.' })
        .min(1, { error: 'The parameter grant_type is missing.' })
        .describe('Always client_credentials.')
        .meta({ example: 'client_credentials' }),
      scope: z
        .string()
        .optional()
        .describe(
          'What the access token shall hold: ** or absent for all that the token does, or a scope string.',
        )
        .meta({ example: 'project:key:shop:environment.control.StopEnv' }),
      client_id: z
        .string()
        .optional()
        .describe("The token's public id, where HTTP Basic is not used.")
        .meta({ example: '4fN0sHq2T1mWZk8pXr6YbQ' }),
      client_secret: z
        .string()
        .optional()
        .describe("The token's secret, where HTTP Basic is not used.")
        .meta({ example: 'td_pat_…' }),
    },
    { error: 'The form is missing.' },
  )
  .describe('The grant, as a form. Other parameters are ignored.');

const grantedSchema = z
  .object({
    access_token: z.string().describe('The secret of the access token: shown this once.'),
    token_type: z.literal('Bearer').describe('How it is presented.'),
    expires_in: z.number().int().describe('Seconds until it ends.').meta({ example: 3600 }),
    scope: z
      .string()
      .describe('What it holds: ** for full access, else a scope string.')
      .meta({ example: '**' }),
  })
  .describe('A short-lived access token.');

const metadataSchema = z
  .object({
    issuer: z.string().describe('The address of this desk.'),
    token_endpoint: z.string().describe('Where tokens are exchanged.'),
    token_endpoint_auth_methods_supported: z
      .array(z.string())
      .describe('How clients may present their id and secret.'),
    introspection_endpoint: z.string().describe('Where resource servers introspect tokens.'),
    introspection_endpoint_auth_methods_supported: z
      .array(z.string())
      .describe('How resource servers may present their id and credential.'),
    revocation_endpoint: z.string().describe('Where tokens are revoked.'),
    revocation_endpoint_auth_methods_supported: z
      .array(z.string())
      .describe('How clients may present their id and secret there.'),
    grant_types_supported: z.array(z.string()).describe('The grants that there are.'),
    response_types_supported: z.array(z.string()).describe('None: there is no authorization endpoint.'),
    service_documentation: z.string().describe('The reference of the APIs.'),
  })
  .describe('Authorization server metadata, as RFC 8414 says.');

/** The calls of the OAuth door (04-wire §4). */
export const oauthOperations = {
  exchangeToken: apiOperation({
    id: 'oauth.exchangeToken',
    api: 'oauth',
    method: 'POST',
    path: '/oauth/token',
    summary: 'Exchange a token for a short-lived access token',
    description:
      "The client id is the token's public id, the client secret its secret, by HTTP Basic or in the form. The access token lives an hour, at most as long as the token, holds at most what the token holds now, and ends with it. An access token cannot be exchanged again.",
    credential: 'client',
    permission: null,
    pathParameters: nothing,
    // Credentials do not belong into addresses: nothing does.
    query: z.strictObject({}),
    body: grantSchema,
    replies: {
      200: { summary: 'The access token.', schema: grantedSchema },
      400: oauthRefused(
        'The request is not right, asks for more than the token holds, or does not meet a condition of the token.',
      ),
      401: oauthRefused('The client is not known, or its token is not alive.'),
    },
  }),
  ...oauthTokenOperations,
  readMetadata: apiOperation({
    id: 'oauth.readMetadata',
    api: 'oauth',
    method: 'GET',
    path: '/.well-known/oauth-authorization-server',
    summary: 'Read where and how tokens are exchanged, introspected and revoked',
    credential: 'none',
    permission: null,
    pathParameters: nothing,
    query: nothing,
    body: null,
    replies: { 200: { summary: 'The metadata.', schema: metadataSchema } },
  }),
};
