import type { IncomingMessage } from 'node:http';
import { authenticateResourceServer } from '@/lib/auth/authenticate-resource-server';
import { oauthOperations } from '@/lib/domain/api/oauth';
import { asksFor, type Client } from '@/lib/domain/client';
import { openRoute, type RestReply, type RestRoute } from '@/lib/http/rest/rest-route';
import { admitAddress } from '@/lib/services/access/admit-request';
import { countDecision } from '@/lib/services/metrics/counters';
import { introspectToken, type Introspection } from '@/lib/services/tokens/introspect-token';
import { notStored, oauthRefusal, severalCredentials } from './oauth-refusal';

const inactive: RestReply = Object.freeze({ status: 200, body: { active: false }, headers: notStored });

/** `POST /oauth/introspect` (RFC 7662). Known resource servers are not limited; who is none is, by the address (API-8). */
export function introspectionRoute(publicUrl: string): RestRoute {
  return openRoute(oauthOperations.introspectToken, async (facts, { body, incoming }) => {
    const authentication = await authenticateResourceServer(incoming, body);
    if (authentication.outcome !== 'valid') {
      admitAddress(facts.address);
      return refuse(authentication.outcome);
    }
    const { client } = authentication;
    const { token: presented, permission, context, address } = body;
    if (permission !== undefined && !asksFor(client, permission))
      return oauthRefusal(400, 'invalid_request', `${permission} is of no service that you ask for.`);
    const question = { presented, permission, context, address, isFresh: wantsFresh(incoming) };
    const introspection = await introspectToken(client, question, facts);
    countDecision('introspection', introspection.isActive ? 'allowed' : 'denied');
    if (!introspection.isActive) return inactive;
    return { status: 200, body: toReply(introspection, client, publicUrl), headers: notStored };
  });
}

function refuse(outcome: 'none' | 'several' | 'refused'): RestReply {
  if (outcome === 'several') return severalCredentials();
  const description =
    outcome === 'none'
      ? "A resource server's id and credential are needed, by HTTP Basic or in the form."
      : 'The resource server is not known.';
  return oauthRefusal(401, 'invalid_client', description);
}

/** `Cache-Control: no-cache`: what the caller gets has been asked of the database for it. */
function wantsFresh({ headers }: IncomingMessage): boolean {
  const control = headers['cache-control'];
  return control !== undefined && /(?:^|[\s,])no-cache(?:$|[\s,;=])/i.test(control);
}

/** What is said of an active token (RFC 7662 §2.2). */
export function toReply(
  { token, scope, answer }: Omit<Extract<Introspection, { isActive: true }>, 'isActive'>,
  { audience, name }: Client,
  publicUrl: string,
): Record<string, unknown> {
  const { id, ownerId, ownerEmail, expiresAt, createdAt, standIn } = token;
  return {
    active: true,
    scope,
    sub: ownerId,
    username: ownerEmail,
    client_id: id,
    ...(expiresAt === null ? {} : { exp: seconds(expiresAt) }),
    iat: seconds(standIn?.createdAt ?? createdAt),
    iss: publicUrl,
    aud: audience ?? name,
    jti: standIn?.id ?? id,
    token_type: 'Bearer',
    ...(answer === null ? {} : toAnswer(answer)),
  };
}

type Answer = NonNullable<Extract<Introspection, { isActive: true }>['answer']>;

function toAnswer({ isAllowed, explanation }: Answer): Record<string, unknown> {
  if (explanation === null) return { allowed: isAllowed };
  const { missing, nearestSet, link } = explanation;
  return {
    allowed: isAllowed,
    missing,
    ...(nearestSet === null ? {} : { nearest_set: nearestSet }),
    ...(link === null ? {} : { link }),
  };
}

/** Seconds since 1970; of an end, never later than it is. */
function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
