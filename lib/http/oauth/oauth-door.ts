import { authenticateClient } from '@/lib/auth/authenticate-client';
import { oauthOperations } from '@/lib/domain/api/oauth';
import { DeskError } from '@/lib/domain/errors';
import type { Doors } from '@/lib/http/doors';
import { detailOf, type Refusal } from '@/lib/http/rest/refusal';
import { restDoor, type RestManner, type RestSettings } from '@/lib/http/rest/rest-door';
import { openRoute } from '@/lib/http/rest/rest-route';
import { exchangeToken } from '@/lib/services/tokens/exchange-token';
import { introspectionRoute } from './introspection-route';
import { notStored, oauthRefusal, severalCredentials } from './oauth-refusal';
import { revocationRoute } from './revocation-route';

/** What the operator may set of the OAuth door. */
export interface OauthSettings extends RestSettings {
  publicUrl: string;
}

const invalidClient = () =>
  oauthRefusal(401, 'invalid_client', 'The client is not known, or its token is not valid.');

const exchange = openRoute(oauthOperations.exchangeToken, async (_facts, { body, incoming }) => {
  const authentication = await authenticateClient(incoming, body);
  switch (authentication.outcome) {
    case 'none':
      return oauthRefusal(
        401,
        'invalid_client',
        "A token's id and secret are needed, by HTTP Basic or in the form.",
      );
    case 'several':
      return severalCredentials();
    case 'refused':
      return invalidClient();
    // The client is who it says; it is the token that may not be exchanged from there, or yet.
    case 'unmet':
      return oauthRefusal(400, 'unauthorized_client', authentication.error.message);
    case 'valid':
      break;
  }
  if (body.grant_type !== 'client_credentials')
    return oauthRefusal(400, 'unsupported_grant_type', 'The grant type is client_credentials.');
  // A parameter without a value counts as left out (RFC 6749 §3.1).
  const scope = body.scope === '' ? undefined : body.scope;
  try {
    const given = await exchangeToken(authentication.call, authentication.presented, scope);
    return {
      status: 200,
      body: {
        access_token: given.secret,
        token_type: 'Bearer',
        expires_in: given.expiresInSeconds,
        scope: given.scope,
      },
      headers: notStored,
    };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    if (error.code === 'unauthenticated') return invalidClient();
    if (error.code === 'invalid_input') return oauthRefusal(400, 'invalid_scope', error.message);
    throw error;
  }
});

/** What the metadata says: no more than there is (RFC 8414). */
function metadata(publicUrl: string): Record<string, unknown> {
  const methods = ['client_secret_basic', 'client_secret_post'];
  return {
    issuer: publicUrl,
    token_endpoint: `${publicUrl}/oauth/token`,
    token_endpoint_auth_methods_supported: methods,
    introspection_endpoint: `${publicUrl}/oauth/introspect`,
    introspection_endpoint_auth_methods_supported: methods,
    revocation_endpoint: `${publicUrl}/oauth/revoke`,
    revocation_endpoint_auth_methods_supported: methods,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    service_documentation: `${publicUrl}/docs/api`,
  };
}

const manner: RestManner = {
  prefixes: ['/oauth/', '/.well-known/oauth-authorization-server'],
  bodies: 'form',
  refusalBody: (refused, status) => ({ error: codeOf(status), error_description: detailOf(refused) }),
  // A body that is no form is a bad request like any other (RFC 6749 §5.2).
  refusalStatus: (refused: Refusal) => (refused.kind === 'unsupported_media_type' ? 400 : undefined),
};

function codeOf(status: number): string {
  if (status === 503) return 'temporarily_unavailable';
  return status >= 500 ? 'server_error' : 'invalid_request';
}

/** `POST /oauth/token`, introspection, revocation and the metadata of the authorization server (04-wire §4). */
export function oauthDoor(settings: OauthSettings): Doors {
  const { publicUrl } = settings;
  const readMetadata = openRoute(oauthOperations.readMetadata, () =>
    Promise.resolve({ status: 200, body: metadata(publicUrl) }),
  );
  return restDoor([exchange, introspectionRoute(publicUrl), revocationRoute, readMetadata], manner, settings);
}
