import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import type { DoorFixture } from '@/tests/support/door';
import { askAs, gatewayFixture, type GatewayKind } from '@/tests/support/gateway';
import { openFront } from '@/tests/support/open-front';
import { putServices, serviceFixture } from '@/tests/support/services';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

let owner: PersonFixture;
let key: string;
let door: DoorFixture;

beforeAll(async () => {
  await putServices(serviceFixture('shop', ['GET /stores =List', 'DELETE /stores =End']));
  owner = await createPersonFixture({ name: 'Ada', roles: [{ role: 'administrator', context: 'global' }] });
  key = (await gatewayFixture(['shop'])).secret;
});
beforeEach(async () => {
  door = await openFront();
});

describe('the shape of the question', () => {
  const pairs: [GatewayKind, string, string][] = [
    ['nginx', 'x-original-method', 'x-original-uri'],
    ['caddy', 'x-forwarded-method', 'x-forwarded-uri'],
    ['haproxy', 'x-original-method', 'x-original-uri'],
    ['traefik', 'x-forwarded-method', 'x-forwarded-uri'],
  ];
  test.each(pairs)('INT-7 %s: what is missing, empty or twice is no question', async (kind, method, uri) => {
    const { secret } = await tokenFixture(owner);
    const whole = { [method]: 'GET', [uri]: '/stores' };
    const ask = (headers: Record<string, string | string[]>) =>
      door.send({
        path: `/authz/${kind}`,
        headers: { 'x-gateway-key': key, authorization: `Bearer ${secret}`, ...headers },
      });
    expect((await ask(whole)).status).toBe(200);
    for (const headers of [
      {},
      { [method]: 'GET' },
      { [uri]: '/stores' },
      { ...whole, [uri]: '' },
      { ...whole, [method]: '' },
      { ...whole, [uri]: ['/stores', '/stores'] },
      { ...whole, [method]: ['GET', 'GET'] },
    ]) {
      expect((await ask(headers)).status).toBe(kind === 'nginx' ? 403 : 400);
    }
  });

  test('INT-8 any method of the question, HEAD, and bodies: what counts is what is asked about', async () => {
    const { secret } = await tokenFixture(owner);
    const headers = {
      ...{ 'x-gateway-key': key, authorization: `Bearer ${secret}` },
      ...{ 'x-forwarded-method': 'GET', 'x-forwarded-uri': '/stores' },
    };
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await door.send({ method, path: '/authz/traefik', headers });
      expect([method, answer.status]).toEqual([method, 200]);
    }
    const body = Buffer.alloc(1_000_000);
    const posted = await door.send({ method: 'POST', path: '/authz/traefik', headers, body });
    expect([posted.status, posted.headers.connection]).toEqual([200, 'close']);
  });

  test('INT-8 Envoy asks by its own method and path', async () => {
    const { secret } = await tokenFixture(owner, { access: limitedTo('global', 'shop.api.List') });
    const ask = (method: string, uri: string) =>
      askAs('envoy', door, { key, method, uri, presented: secret });
    expect((await ask('GET', '/stores?x=1')).status).toBe(200);
    const head = await ask('HEAD', '/stores');
    expect([head.status, head.headers['x-auth-context']]).toEqual([200, 'global']);
    expect((await ask('HEAD', '/posts')).status).toBe(403);
    expect((await ask('DELETE', '/stores')).status).toBe(403);
    for (const uri of ['//stores', '/stores/../stores', '/./stores', '/stores%2f', '/stores;a', '/STORES']) {
      expect([uri, (await ask('GET', uri)).status]).toEqual([uri, 403]);
    }
  });

  test('addresses that are no gateway’s are not found', async () => {
    const { secret } = await tokenFixture(owner);
    const headers = {
      ...{ 'x-gateway-key': key, authorization: `Bearer ${secret}` },
      ...{ 'x-forwarded-method': 'GET', 'x-forwarded-uri': '/stores' },
    };
    for (const path of ['/authz/', '/authz/apache', '/authz/nginxx', '/authz/caddy/', '/authz/envoy']) {
      expect([path, (await door.send({ path, headers })).status]).toEqual([path, 404]);
    }
  });

  test('no secret stands in the log, and the query of what was asked for neither', async () => {
    const { secret } = await tokenFixture(owner);
    await askAs('envoy', door, { key, uri: `/stores?key=${secret}`, presented: secret });
    await askAs('nginx', door, { key, uri: `/stores?key=${secret}`, presented: 'junk' });
    const told = door.logged.join('\n');
    expect(told).not.toContain(secret.slice(7, 20));
    expect(told).not.toContain(key.slice(7, 20));
  });
});
