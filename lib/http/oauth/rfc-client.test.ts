import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { resourceServerFixture, type ResourceServerFixture } from '@/tests/support/resource-server';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

// A client that others wrote reads the metadata and does what the RFCs say, against the real server.

const stop = 'environment.control.StopEnv';
const publicUrl = 'http://desk.example.org';
// The desk is called by its public address, and found where it listens.
const insecure = {
  [oauth.allowInsecureRequests]: true,
  [oauth.customFetch]: (
    url: string,
    { body, headers, method }: oauth.CustomFetchOptions<string, oauth.ProtectedResourceRequestBody>,
  ) =>
    fetch(url.replace(publicUrl, `http://127.0.0.1:${door.port}`), {
      body: body instanceof URLSearchParams ? body : null,
      headers,
      method,
      redirect: 'manual',
    }),
};
let door: DoorFixture;
let owner: PersonFixture;
let server: ResourceServerFixture;
let desk: oauth.AuthorizationServer;
beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
  server = await resourceServerFixture(['environment']);
  door = await doorFixture({ publicUrl });
  const issuer = new URL(publicUrl);
  const found = await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' });
  desk = await oauth.processDiscoveryResponse(issuer, found);
});
afterAll(() => door.close());

describe.each([
  ['client_secret_basic', oauth.ClientSecretBasic],
  ['client_secret_post', oauth.ClientSecretPost],
])('API-2 INT-1 oauth4webapi by %s', (_method, authentication) => {
  const asServer = (): [oauth.AuthorizationServer, oauth.Client, oauth.ClientAuth] => [
    desk,
    { client_id: server.client.id },
    authentication(server.secret),
  ];
  const introspect = async (presented: string) => {
    const [as, client, auth] = asServer();
    const response = await oauth.introspectionRequest(as, client, auth, presented, insecure);
    return oauth.processIntrospectionResponse(as, client, response);
  };
  const revoke = async (client: oauth.Client, auth: oauth.ClientAuth, presented: string) =>
    oauth.processRevocationResponse(await oauth.revocationRequest(desk, client, auth, presented, insecure));

  it('introspects a token, revokes it, and hears that it is dead', async () => {
    const { token, secret } = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    expect(await introspect(secret)).toMatchObject({
      active: true,
      scope: `project:key:shop:${stop}`,
      client_id: token.id,
      jti: token.id,
      sub: owner.person.id,
      aud: server.client.name,
      iss: desk.issuer,
      token_type: 'Bearer',
    });
    expect(await revoke({ client_id: token.id }, authentication(secret), secret)).toBeUndefined();
    expect(await introspect(secret)).toEqual({ active: false });
  });

  it('exchanges a token, and revokes the access token alone', async () => {
    const { token, secret } = await tokenFixture(owner);
    const client = { client_id: token.id };
    const auth = authentication(secret);
    const scope = new URLSearchParams({ scope: `project:key:shop:${stop}` });
    const response = await oauth.clientCredentialsGrantRequest(desk, client, auth, scope, insecure);
    const granted = await oauth.processClientCredentialsResponse(desk, client, response);
    expect(granted).toMatchObject({ token_type: 'bearer', expires_in: 3_600 });
    expect(await introspect(granted.access_token)).toMatchObject({ active: true, client_id: token.id });
    await revoke(client, auth, granted.access_token);
    expect(await introspect(granted.access_token)).toEqual({ active: false });
    expect(await introspect(secret)).toMatchObject({ active: true });
  });

  it('revokes as a resource server, and what is unknown as well', async () => {
    const { secret } = await tokenFixture(owner);
    const [, client, auth] = asServer();
    await revoke(client, auth, secret);
    expect(await introspect(secret)).toEqual({ active: false });
    expect(await revoke(client, auth, 'nothing that anyone knows')).toBeUndefined();
    expect(await introspect('nothing that anyone knows')).toEqual({ active: false });
  });

  it('is told why it may not ask', async () => {
    const { secret } = await tokenFixture(owner);
    const wrong = authentication(`${server.secret}x`);
    const client = { client_id: server.client.id };
    const response = await oauth.introspectionRequest(desk, client, wrong, secret, insecure);
    expect(response.status).toBe(401);
    await expect(oauth.processIntrospectionResponse(desk, client, response)).rejects.toMatchObject(
      response.headers.has('www-authenticate')
        ? { cause: [{ scheme: 'basic', parameters: { realm: 'Tokendesk' } }] }
        : { error: 'invalid_client' },
    );
  });
});

it('API-2 the challenges of the doors are read by the client as RFC 6750 says', async () => {
  const { secret } = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
  const ask = (presented: string) =>
    oauth.protectedResourceRequest(
      presented,
      'GET',
      new URL(`${desk.issuer}/api/v1/tokens`),
      undefined,
      undefined,
      insecure,
    );
  await expect(ask(`${secret}x`)).rejects.toMatchObject({
    status: 401,
    cause: [{ scheme: 'bearer', parameters: { realm: 'Tokendesk', error: 'invalid_token' } }],
  });
  await expect(ask(secret)).rejects.toMatchObject({
    status: 403,
    cause: [
      {
        scheme: 'bearer',
        parameters: { error: 'insufficient_scope', scope: 'users.authentication.GetTokens' },
      },
    ],
  });
});
