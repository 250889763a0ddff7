import { wire } from '../support/desk-api';
import type { Desk } from '../support/desk';
import { Gateway } from '../support/gateway';
import { test, type Key } from '../support/gateway-test';
import { limitedTo, makeToken, piecesOf } from '../support/make-token';
import { people } from '../support/people';
import { runCommand } from '../support/run-command';
import { callAction, readAnswer } from '../support/server-action';
import { expect } from '../support/test';

const listOrders = 'retail.orders.listOrders';
const addOrder = 'retail.orders.addOrder';
const orders = '/v1/stores/berlin/orders';
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

async function editToken(desk: Desk, cookie: string, id: string, version: number, permission: string) {
  const input = {
    ...{ id, version, proof: { password: people.noor.password } },
    fields: { ...limitedTo('store:berlin', permission) },
  };
  const answer = readAnswer<{ version: number }>(
    await callAction(desk.url, cookie, 'editTokenAction', input),
  );
  if (!answer.isOk) throw new Error(answer.error.message);
}

for (const kind of ['nginx', 'caddy', 'haproxy'] as const) {
  test.describe(`${kind}, running with the configuration that the desk shows`, () => {
    test.use({ kind });

    test('INT-5 INT-6 allows, refuses with the reason, follows what is narrowed, ends with the token', async ({
      desk,
      cookieOf,
      gateway,
      upstream,
    }) => {
      const cookie = await cookieOf(desk, 'noor');
      const { row, secret } = await makeToken(desk, cookie, 'noor', limitedTo('store:berlin', listOrders));
      const ask = (method = 'GET', uri = orders) =>
        wire(gateway.url, uri, {
          method,
          headers: bearer(secret),
          ...(method === 'POST' ? { body: 'one' } : {}),
        });

      const allowed = await ask('GET', `${orders}?page=2`);
      expect([allowed.status, allowed.text]).toEqual([200, '{"from":"the service"}']);
      expect(upstream.seen.at(-1)).toMatchObject({ method: 'GET', url: `${orders}?page=2` });
      expect(upstream.identityByName()).toEqual({
        'x-auth-user': people.noor.email,
        'x-auth-user-id': expect.any(String),
        'x-auth-token-id': row.id,
        'x-auth-scopes': `store:berlin:${listOrders}`,
        'x-auth-context': 'store:berlin',
      });
      for (const name of ['authorization', 'private-token', 'x-gateway-key'])
        expect(upstream.headerNames()).not.toContain(name);

      const seen = upstream.seen.length;
      const refused = await ask('POST');
      expect(refused.status).toBe(403);
      expect(refused.headers['content-type']).toContain('application/problem+json');
      expect(refused.headers['www-authenticate']).toContain('insufficient_scope');
      expect(JSON.parse(refused.text)).toMatchObject({
        status: 403,
        detail: `It lacks ${addOrder} in store:berlin.`,
        link: expect.stringContaining('/profile/auth-tokens?grant='),
      });
      expect((await ask('GET', '/v1/stores/paris/orders')).text).toContain(`${listOrders} in store:paris`);
      expect(upstream.seen.length).toBe(seen);

      await editToken(desk, cookie, row.id, row.version, addOrder);
      expect((await ask()).status).toBe(403);
      const posted = await ask('POST');
      expect([posted.status, upstream.seen.at(-1)?.body]).toEqual([200, 'one']);

      const tokens = [{ id: row.id, version: row.version + 1 }];
      const proof = { password: people.noor.password };
      await callAction(desk.url, cookie, 'removeTokensAction', { tokens, proof });
      const ended = await ask('POST');
      expect(ended.status).toBe(401);
      expect(ended.headers['www-authenticate']).toBe('Bearer realm="Tokendesk", error="invalid_token"');
      expect(JSON.parse(ended.text)).toMatchObject({ status: 401, detail: 'The token is not valid.' });
    });

    test('INT-6 INT-7 what a client forges never reaches the service, nor decides anything', async ({
      desk,
      cookieOf,
      gateway,
      upstream,
      key,
    }) => {
      const cookie = await cookieOf(desk, 'noor');
      const { row, secret } = await makeToken(desk, cookie, 'noor', limitedTo('store:berlin', listOrders));
      const forged = {
        ...{ 'X-Auth-User': 'root', X_Auth_User: 'root', 'X.Auth.User': 'root', 'x-auth-user-id': '1' },
        ...{ X_AUTH_USER_ID: '1', 'X-Auth_User': 'root', 'X_Auth-Token.Id': '1', 'x.auth-context': 'global' },
        ...{ 'X-Auth-Scopes': '**', X_AUTH_SCOPES: '**', 'X-Gateway-Key': key, 'X-Forwarded-Method': 'GET' },
        ...{ 'X-Forwarded-Uri': orders, 'X-Original-URI': orders, 'X-Original-Method': 'GET' },
        ...{ 'X-Original-URL': '/admin', 'X-Rewrite-URL': '/admin', 'X-HTTP-Method-Override': 'DELETE' },
        ...{ 'X-Forwarded-For': '192.0.2.1', Forwarded: 'for=192.0.2.1' },
      };
      const headers = { ...forged, ...bearer(secret) };
      expect((await wire(gateway.url, orders, { headers })).status).toBe(200);
      expect(
        upstream
          .identity()
          .map(([name]) => name.toLowerCase())
          .sort(),
      ).toEqual(['x-auth-context', 'x-auth-scopes', 'x-auth-token-id', 'x-auth-user', 'x-auth-user-id']);
      expect(upstream.identityByName()).toMatchObject({
        'x-auth-user': people.noor.email,
        'x-auth-token-id': row.id,
      });
      for (const name of ['x-gateway-key', 'x-original-url', 'x-rewrite-url', 'x-http-method-override'])
        expect(upstream.headerNames()).not.toContain(name);

      // Headers that `Connection` names end at the next hop: the identity is not among them.
      const connection =
        'close, X-Auth-User, X-Auth-Token-Id, X-Gateway-Key, X-Original-URI, X-Forwarded-Uri';
      expect((await wire(gateway.url, orders, { headers: { ...bearer(secret), connection } })).status).toBe(
        200,
      );
      expect(upstream.identity().length).toBe(5);

      const seen = upstream.seen.length;
      expect((await wire(gateway.url, orders, { method: 'DELETE', headers })).status).toBe(403);
      expect((await wire(gateway.url, '/v1/brands', { headers })).status).toBe(403);
      expect((await wire(gateway.url, orders, { headers: forged })).status).toBe(401);
      const twice = { ...bearer(secret), 'Private-Token': secret };
      expect([400, 401]).toContain((await wire(gateway.url, orders, { headers: twice })).status);
      expect(upstream.seen.length).toBe(seen);
    });

    test('API-9 a condition on addresses looks at what the gateway saw', async ({
      desk,
      cookieOf,
      gateway,
    }) => {
      const cookie = await cookieOf(desk, 'noor');
      const from = async (range: string, headers: Record<string, string> = {}) => {
        const { secret } = await makeToken(desk, cookie, 'noor', { addresses: [range] });
        return wire(gateway.url, orders, { headers: { ...headers, ...bearer(secret) } });
      };
      expect((await from('127.0.0.0/8')).status).toBe(200);
      const elsewhere = await from('192.0.2.0/24', {
        'X-Forwarded-For': '192.0.2.1',
        'X-Real-IP': '192.0.2.1',
      });
      expect(elsewhere.status).toBe(403);
      expect(elsewhere.text).toContain('This token is not taken from 127.0.0.1.');
    });

    test('INT-7 tricks with the path reach no service', async ({ desk, cookieOf, gateway, upstream }) => {
      const cookie = await cookieOf(desk, 'noor');
      const { secret } = await makeToken(desk, cookie, 'noor');
      const ask = (uri: string) => wire(gateway.url, uri, { headers: bearer(secret) });
      expect((await ask('/v1/stores/mine')).status).toBe(200);
      expect((await ask('/v1/stores/b%65rlin')).status).toBe(200);
      expect(upstream.seen.at(-1)?.url).toBe('/v1/stores/b%65rlin');
      const seen = upstream.seen.length;
      for (const uri of [
        ...['//v1/stores', '/v1//stores', '/v1/stores/../stores', '/v1/./stores', '/v1/stores/..;/mine'],
        ...[
          '/v1/stores/%2e%2e/stores',
          '/v1/stores%2fmine',
          '/v1/stores%5cmine',
          '/v1/stores/a%00',
          '/V1/stores',
        ],
        ...[
          '/v1/stores/MINE',
          '/v1/stores/m%69ne',
          '/v1/stores/mine;a=b',
          '/v1/stores/mine/',
          '/v1/stores/%252e',
        ],
        ...['/v1/stores/%c0%ae', '/v1/stores/a%zz', '/v1/stores/mine#x', `/v1/stores/${'a'.repeat(8_200)}`],
        ...['/nowhere', '/', '/_tokendesk', '/authz/nginx', '/authz/caddy', '/authz/haproxy'],
      ]) {
        const { status } = await ask(uri);
        expect([uri, status >= 400 && status < 500]).toEqual([uri, true]);
      }
      expect(upstream.seen.length).toBe(seen);
    });

    test('AUD-3 no credential, no key and no query comes into the gateway’s logs', async ({
      desk,
      cookieOf,
      gateway,
      upstream,
      key,
    }) => {
      const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor');
      const ask = (uri: string) =>
        wire(gateway.url, `${uri}?canary=in-the-query`, { headers: bearer(secret) });
      expect((await ask(orders)).status).toBe(200);
      expect((await ask('/nowhere')).status).toBe(403);
      await wire(gateway.url, `${orders}?canary=in-the-query`, { headers: { 'private-token': secret } });
      // A service that is away makes the gateway speak of its errors.
      await upstream.close();
      expect([502, 503]).toContain((await ask(orders)).status);
      await expect.poll(() => gateway.log()).toContain(orders);
      const log = gateway.log();
      expect(log).not.toContain('canary');
      for (const piece of [...piecesOf(secret), ...piecesOf(key)]) expect(log).not.toContain(piece);
    });

    test('INT-9 a desk that does not answer, or does not know the gateway, lets nothing through', async ({
      desk,
      cookieOf,
      upstream,
      key,
    }) => {
      const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor');
      const added = await runCommand<Key>(
        desk,
        'gateway',
        'add',
        '--name',
        `gone-${kind}`,
        '--service',
        'retail',
      );
      const open = [
        await Gateway.start(kind, { deskUrl: 'http://127.0.0.1:9', upstreamUrl: upstream.url, key }),
        await Gateway.start(kind, { deskUrl: desk.url, upstreamUrl: upstream.url, key: added.secret }),
      ];
      try {
        const [away, known] = open.map(
          ({ url }) =>
            () =>
              wire(url, orders, { headers: bearer(secret) }),
        );
        expect((await away?.())?.status).toBeGreaterThanOrEqual(500);
        await expect.poll(async () => (await known?.())?.status).toBe(200);
        const seen = upstream.seen.length;
        await runCommand(desk, 'gateway', 'remove', `gone-${kind}`);
        await expect.poll(async () => (await known?.())?.status, { timeout: 5_000 }).toBe(403);
        expect((await known?.())?.text).toContain('This gateway is not known to the desk.');
        expect(upstream.seen.length).toBeLessThanOrEqual(seen + 1);
      } finally {
        for (const each of open) await each.stop();
      }
    });
  });
}
