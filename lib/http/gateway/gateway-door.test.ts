import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writing } from '@/lib/db/client';
import { flushUses } from '@/lib/services/tokens/write-behind';
import { editToken } from '@/lib/services/tokens/edit-token';
import { pauseToken } from '@/lib/services/tokens/pause-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { removeClient } from '@/lib/services/clients/remove-client';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import type { DoorFixture } from '@/tests/support/door';
import { askAs, gatewayFixture, gatewayKinds } from '@/tests/support/gateway';
import { openFront } from '@/tests/support/open-front';
import { putServices, serviceFixture } from '@/tests/support/services';
import { limitedTo, tokenFields, tokenFixture } from '@/tests/support/tokens';

const identityHeaders = [
  'x-auth-user',
  'x-auth-user-id',
  'x-auth-token-id',
  'x-auth-scopes',
  'x-auth-context',
];

let owner: PersonFixture;
let key: string;
let door: DoorFixture;

beforeAll(async () => {
  await putServices(
    serviceFixture(
      'shop',
      [
        'GET /stores =List',
        'GET /stores/{id} =Read',
        'POST /stores/{id}/orders =Order',
        'DELETE /stores =End',
      ],
      { contexts: { store: 'id' } },
    ),
    serviceFixture('blog', ['GET /posts =List']),
  );
  owner = await createPersonFixture({ name: 'Ada', roles: [{ role: 'administrator', context: 'global' }] });
  key = (await gatewayFixture(['shop'])).secret;
});
beforeEach(async () => {
  door = await openFront();
});

const berlin = (...names: string[]) => limitedTo('store:berlin', ...names.map((name) => `shop.api.${name}`));

describe.each(gatewayKinds)('a request that %s asks about', (kind) => {
  test('INT-6 passes with all five identity headers', async () => {
    const { token, secret } = await tokenFixture(owner, { access: berlin('Read') });
    const answer = await askAs(kind, door, { key, uri: '/stores/berlin?full=1', presented: secret });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(Object.fromEntries(identityHeaders.map((name) => [name, answer.headers[name]]))).toEqual({
      'x-auth-user': owner.person.email,
      'x-auth-user-id': owner.person.id,
      'x-auth-token-id': token.id,
      'x-auth-scopes': 'store:berlin:shop.api.Read',
      'x-auth-context': 'store:berlin',
    });
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });

  test('INT-5 law 6: a refusal says what is missing, in a status that the gateway passes on', async () => {
    const { secret } = await tokenFixture(owner, { access: berlin('Read') });
    const answer = await askAs(kind, door, {
      ...{ key, method: 'POST', uri: '/stores/berlin/orders', presented: secret },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers['x-auth-reason']).toBe('It lacks shop.api.Order in store:berlin.');
    expect(answer.headers['www-authenticate']).toContain('error="insufficient_scope"');
    expect(JSON.parse(answer.text)).toMatchObject({
      status: 403,
      detail: 'It lacks shop.api.Order in store:berlin.',
      missing: [{ permission: 'shop.api.Order', context: 'store:berlin' }],
      conditions: [],
      link: expect.stringContaining('/profile/auth-tokens?grant=') as string,
    });
    for (const name of identityHeaders) expect(answer.headers[name]).toBeUndefined();
  });

  test('law 5: what is narrowed, paused or removed is refused by the next request', async () => {
    const { token, secret } = await tokenFixture(owner, { access: berlin('Read') });
    const status = async () =>
      (await askAs(kind, door, { key, uri: '/stores/berlin', presented: secret })).status;
    const proof = { password: owner.password };
    expect(await status()).toBe(200);
    const fields = tokenFields({ access: berlin('Order') });
    const edited = await editToken(owner.call(), { id: token.id, version: token.version, fields, proof });
    expect(await status()).toBe(403);
    const back = tokenFields({ access: berlin('Read') });
    await editToken(owner.call(), { id: token.id, version: edited.version, fields: back, proof });
    expect(await status()).toBe(200);
    await pauseToken(systemCall({ actor: owner.call().actor }), { id: token.id });
    expect(await status()).toBe(401);
  });

  test('INT-7 nothing is decided for whoever is not a gateway, whatever is forwarded', async () => {
    const { secret } = await tokenFixture(owner);
    const removed = await gatewayFixture(['shop']);
    await removeClient(systemCall(), { id: removed.client.id, version: removed.client.version });
    for (const wrong of [null, '', 'junk', secret, removed.secret, `${key}, ${key}`]) {
      const answer = await askAs(kind, door, { key: wrong, uri: '/stores', presented: secret });
      expect([answer.status, answer.headers['x-auth-reason']]).toEqual([
        403,
        'This gateway is not known to the desk.',
      ]);
      for (const name of identityHeaders) expect(answer.headers[name]).toBeUndefined();
    }
  });

  test('INT-7 a gateway asks for its own services alone, whatever the client says', async () => {
    const { secret } = await tokenFixture(owner);
    const posts = { key, uri: '/posts', presented: secret };
    expect((await askAs(kind, door, posts)).headers['x-auth-reason']).toBe(
      'No operation is known at this path.',
    );
    const forged = {
      ...{ 'x-forwarded-host': 'blog', 'x-forwarded-prefix': '/blog', 'x-service': 'blog' },
      ...{ 'x-original-url': '/stores', 'x-rewrite-url': '/stores', 'x-http-method-override': 'DELETE' },
    };
    expect((await askAs(kind, door, { ...posts, headers: forged })).status).toBe(403);
    const both = (await gatewayFixture(['shop', 'blog'])).secret;
    expect((await askAs(kind, door, { ...posts, key: both })).status).toBe(200);
  });

  test('INT-7 the other gateways’ headers say nothing here', async () => {
    const { secret } = await tokenFixture(owner, { access: limitedTo('global', 'shop.api.List') });
    const headers: Record<string, string> =
      kind === 'nginx'
        ? { 'x-forwarded-uri': '/stores', 'x-forwarded-method': 'GET' }
        : { 'x-original-uri': '/stores', 'x-original-method': 'GET' };
    const asked = { key, presented: secret, method: 'DELETE', uri: '/stores', headers };
    expect((await askAs(kind, door, asked)).status).toBe(403);
    expect((await askAs(kind, door, { ...asked, method: 'GET' })).status).toBe(200);
  });

  test('API-9 the address of a condition is what the gateway saw, not what the client wrote before it', async () => {
    const { secret } = await tokenFixture(owner, { addresses: ['192.0.2.0/24'] });
    const from = async (address?: string) =>
      askAs(kind, door, {
        key,
        uri: '/stores',
        presented: secret,
        ...(address === undefined ? {} : { address }),
      });
    expect((await from('192.0.2.7')).status).toBe(200);
    expect((await from('198.51.100.1, 192.0.2.7')).status).toBe(200);
    for (const address of ['198.51.100.1', '192.0.2.7, 198.51.100.1', '192.0.2.7,', 'unknown', undefined]) {
      const answer = await from(address);
      expect([address, answer.status]).toEqual([address, 403]);
      expect(JSON.parse(answer.text)).toMatchObject({ conditions: [{ condition: 'address_not_allowed' }] });
    }
  });

  test('API-9 without the gateway’s credential a forwarded address is not even noted', async () => {
    const { secret, token } = await tokenFixture(owner);
    await askAs(kind, door, { key: null, uri: '/stores', presented: secret, address: '192.0.2.9' });
    await flushUses();
    const { lastUsedAt } = await (await writing()).token.findUniqueOrThrow({ where: { id: token.id } });
    expect(lastUsedAt).toBeNull();
  });

  test('API-8 a token’s own limit counts here too, and nothing else does', async () => {
    const { secret } = await tokenFixture(owner, { requestsPerMinute: 2 });
    const asked = { key, uri: '/stores', presented: secret };
    const answers = [];
    for (let turn = 0; turn < 3; turn += 1) answers.push(await askAs(kind, door, asked));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, kind === 'nginx' ? 403 : 429]);
    const last = answers.at(-1);
    expect(last?.headers['x-auth-reason']).toContain('No more than 2 requests a minute');
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('API-1 no credential, several, one that is dead: a stranger learns nothing of the operations', async () => {
    const { secret, token } = await tokenFixture(owner);
    const send = (uri: string, headers: Record<string, string | string[]>) =>
      askAs(kind, door, { key, uri, headers });
    for (const uri of ['/stores', '/nowhere', '//']) {
      const none = await send(uri, {});
      expect([none.status, none.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Tokendesk"']);
      const two = await send(uri, { authorization: `Bearer ${secret}`, 'private-token': secret });
      expect(two.status).toBe(kind === 'nginx' ? 401 : 400);
      expect(two.headers['www-authenticate']).toContain('error="invalid_request"');
      const junk = await send(uri, { authorization: 'Bearer junk' });
      expect([junk.status, junk.headers['x-auth-reason']]).toEqual([401, 'The token is not valid.']);
    }
    expect((await send('/stores', { 'private-token': secret })).status).toBe(200);
    const proof = { password: owner.password };
    await removeTokens(owner.call(), { tokens: [{ id: token.id, version: token.version }], proof });
    expect((await send('/stores', { 'private-token': secret })).status).toBe(401);
  });

  test('INT-9 a fault of the database lets nothing through', async () => {
    const { secret } = await tokenFixture(owner);
    const fresh = (await gatewayFixture(['shop'])).secret;
    for (const table of ['Token', 'Client']) {
      const client = await writing();
      await client.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "Elsewhere"`);
      const answer = await askAs(kind, door, {
        ...{ uri: '/stores', presented: secret },
        key: table === 'Client' ? fresh : key,
      });
      await client.$executeRawUnsafe(`ALTER TABLE "Elsewhere" RENAME TO "${table}"`);
      expect([answer.status, answer.headers['x-auth-reason']]).toEqual([
        kind === 'nginx' ? 403 : 503,
        'The desk cannot answer now.',
      ]);
      expect(answer.headers['x-auth-user']).toBeUndefined();
    }
    expect((await askAs(kind, door, { key: fresh, uri: '/stores', presented: secret })).status).toBe(200);
  });
});
