import type { IncomingMessage } from 'node:http';
import { authenticateClient } from '@/lib/auth/authenticate-client';
import { authenticateResourceServer } from '@/lib/auth/authenticate-resource-server';
import type { ClientForm } from '@/lib/auth/client-credential';
import { oauthOperations } from '@/lib/domain/api/oauth';
import type { Call } from '@/lib/domain/call';
import { openRoute, type RestReply } from '@/lib/http/rest/rest-route';
import { revokePresented, type Revoker } from '@/lib/services/tokens/revoke-presented';
import { notStored, oauthRefusal, severalCredentials } from './oauth-refusal';

/** `POST /oauth/revoke` (RFC 7009): 200 whatever it was, and no body. */
export const revocationRoute = openRoute(oauthOperations.revokeToken, async (facts, { body, incoming }) => {
  const asked = await identify(incoming, body, facts);
  if ('refusal' in asked) return asked.refusal;
  await revokePresented(asked.call, asked.revoker, body.token);
  return { status: 200, headers: notStored };
});

type Facts = Omit<Call, 'actor' | 'via'>;

/** A resource server, or a token by its own id and secret. */
async function identify(
  incoming: IncomingMessage,
  form: ClientForm,
  facts: Facts,
): Promise<{ call: Call; revoker: Revoker } | { refusal: RestReply }> {
  const server = await authenticateResourceServer(incoming, form);
  if (server.outcome === 'valid') {
    const { client } = server;
    const actor = { kind: 'system', name: `resource server ${client.name}` } as const;
    return { call: { ...facts, actor, via: 'header' }, revoker: { kind: 'resource-server', client } };
  }
  if (server.outcome === 'several') return { refusal: severalCredentials() };
  const authentication = await authenticateClient(incoming, form);
  switch (authentication.outcome) {
    case 'valid': {
      const { call } = authentication;
      if (call.actor.kind !== 'token') return { refusal: unknownClient() };
      return { call, revoker: { kind: 'token', tokenId: call.actor.tokenId } };
    }
    // A token that is bound to addresses or to a time is not taken here either, unless they are met.
    case 'unmet':
      return { refusal: oauthRefusal(400, 'unauthorized_client', authentication.error.message) };
    default:
      return { refusal: unknownClient() };
  }
}

function unknownClient(): RestReply {
  return oauthRefusal(401, 'invalid_client', 'The client is not known, or its token is not valid.');
}
