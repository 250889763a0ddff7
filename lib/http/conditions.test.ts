import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editToken } from '@/lib/services/tokens/edit-token';
import { pauseToken } from '@/lib/services/tokens/pause-token';
import { readToken } from '@/lib/services/tokens/read-token';
import { flushUses } from '@/lib/services/tokens/write-behind';
import { exchanged } from '@/tests/support/codecanvas';
import { numberOf } from '@/tests/support/canvus';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture, type Wanted } from '@/tests/support/door';
import { openStream } from '@/tests/support/streams';
import { tokenFixture } from '@/tests/support/tokens';
import { validateReply } from '@/tests/support/validate-reply';

let door: DoorFixture;
let owner: PersonFixture;
let number: number;

beforeAll(async () => {
  door = await doorFixture({ trustedProxies: ['127.0.0.1'] });
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  number = await numberOf(owner.person.id);
});
afterAll(() => door.close());

const office = '192.0.2.14';
const abroad = '203.0.113.9';
const sentence = `This token is not taken from ${abroad}.`;
const future = '2999-12-01T00:00:00.000Z';
const notYet = 'This token is taken from 01-12-2999 on.';

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** One call of each door that asks for no permission, or for one that the token has. */
const calls: [name: string, wanted: (secret: string, id: string) => Wanted][] = [
  ['what am I', (secret) => ({ path: '/api/v1/self', headers: { authorization: `Bearer ${secret}` } })],
  ['the catalog', (secret) => ({ path: '/api/v1/catalog', headers: { 'private-token': secret } })],
  ['our own list', (secret) => ({ path: '/api/v1/tokens', headers: { 'private-token': secret } })],
  [
    'the end of itself',
    (secret) => ({ method: 'DELETE', path: '/api/v1/self', headers: { 'private-token': secret } }),
  ],
  [
    'Canvus',
    (secret) => ({ path: `/api/v1/users/${number}/access-tokens`, headers: { 'private-token': secret } }),
  ],
  [
    'a stream of Canvus',
    (secret) => ({
      path: `/api/v1/users/${number}/access-tokens?subscribe`,
      headers: { 'private-token': secret },
    }),
  ],
  [
    'CodeCanvas',
    (secret) => ({ path: '/api/http/permissions', headers: { authorization: `Bearer ${secret}` } }),
  ],
  ['Virtuozzo', (secret) => ({ path: `/1.0/environment/control/rest/getenvs?session=${secret}` })],
  [
    'a token as a client of OAuth',
    (secret, id) => ({
      method: 'POST',
      path: '/oauth/token',
      headers: { ...basic(id, secret), ...form },
      body: 'grant_type=client_credentials',
    }),
  ],
];

async function ask(wanted: Wanted, from: string) {
  const { status, text, headers } = await door.send({
    ...wanted,
    headers: { ...wanted.headers, 'x-forwarded-for': from },
  });
  const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  return { status, body, text, headers };
}

/** What a refusal of this kind looks like at each door. */
function expectRefusal({ path }: Wanted, { status, body }: { status: number; body: object }, says: string) {
  if (path.startsWith('/1.0/')) {
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: 8, source: 'hx-core', error: 'permission denied', reason: says });
  } else if (path.startsWith('/oauth/')) {
    expect(status).toBe(400);
    expect(body).toEqual({ error: 'unauthorized_client', error_description: says });
  } else if (path.startsWith('/api/v1/users/')) {
    expect(status).toBe(403);
    expect(body).toEqual({ msg: says });
  } else if (path.startsWith('/api/http/')) {
    expect(status).toBe(403);
    expect(body).toEqual({ error: 'permission-denied', error_description: says });
  } else {
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'permission_denied', detail: says });
  }
}

describe.each(calls)('%s', (_name, call) => {
  test('law 6 is refused from an address that is not allowed, and says so', async () => {
    const { secret, token } = await tokenFixture(owner, { addresses: ['192.0.2.0/24'] });
    const wanted = call(secret, token.id);
    const answer = await ask(wanted, abroad);
    expectRefusal(wanted, answer, sentence);
    expect(answer.text, 'where it belongs is not said').not.toContain('192.0.2');
  });

  test('law 6 is refused before the first day of the token, and says when that is', async () => {
    const { secret, token } = await tokenFixture(owner, { notBefore: future });
    const wanted = call(secret, token.id);
    expectRefusal(wanted, await ask(wanted, office), notYet);
  });
});

test.each(calls.filter(([name]) => !name.includes('stream')))(
  'from an allowed address the token is taken: %s',
  async (_name, call) => {
    const { secret, token } = await tokenFixture(owner, {
      addresses: ['192.0.2.0/24', '2001:db8::/32'],
      notBefore: '2001-01-01T00:00:00.000Z',
    });
    for (const from of ['2001:db8::7', office]) {
      const { status, body } = await ask(call(secret, token.id), from);
      if (status === 401) expect(from, 'only after it has ended itself').toBe(office);
      else expect([200, 204]).toContain(status);
      if ('result' in body) expect(body.result).toBe(0);
    }
  },
);

test('our own API names the condition for machines, as its description says', async () => {
  const { secret } = await tokenFixture(owner, { addresses: ['192.0.2.0/24'] });
  const path = '/api/v1/self';
  const { status, body, headers } = await ask({ path, headers: { 'private-token': secret } }, abroad);
  expect(body).toMatchObject({
    denial: 'address_not_allowed',
    conditions: [{ condition: 'address_not_allowed', says: sentence }],
  });
  expect(headers['www-authenticate']).toBe('Bearer realm="Tokendesk"');
  expect(validateReply({ method: 'GET', path, status, body })).toEqual([]);
});

test('an access token is bound by the limits of its token', async () => {
  const { secret, token } = await tokenFixture(owner);
  const given = await exchanged(door, { id: token.id, secret });
  const wanted = { path: '/api/v1/self', headers: { authorization: `Bearer ${given}` } };
  const limits = { addresses: ['192.0.2.0/24'], requestsPerMinute: 60 };
  expect((await ask(wanted, abroad)).status).toBe(200);
  await editToken(owner.call(), {
    id: token.id,
    version: token.version,
    fields: limits,
    proof: { password: owner.password },
  });
  expectRefusal(wanted, await ask(wanted, abroad), sentence);
  expect((await ask(wanted, office)).body).toMatchObject({ kind: 'access-token', ...limits });
});

test('what a condition refuses is no use of the token', async () => {
  const { secret, token } = await tokenFixture(owner, { addresses: ['192.0.2.0/24'] });
  await ask({ path: '/api/v1/self', headers: { 'private-token': secret } }, abroad);
  await flushUses();
  expect((await readToken(owner.call(), token.id)).lastUsedAt).toBeNull();
});

test.each([
  ['other addresses', { addresses: ['192.0.2.0/24'] }],
  ['a first day to come', { notBefore: future }],
])('API-11 a stream ends when an edit gives its token %s', async (_what, fields) => {
  const { secret, token } = await tokenFixture(owner);
  const stream = await openStream(door.port, `/users/${number}/access-tokens?subscribe`, secret);
  expect(stream.status).toBe(200);
  await stream.next();
  await editToken(owner.call(), {
    id: token.id,
    version: token.version,
    fields,
    proof: { password: owner.password },
  });
  for (;;) if ((await stream.next()) === null) break;
  expect(stream.response.closed || stream.response.complete).toBe(true);
});

test('law 5 a paused token is refused by the next request, and looks like any that does not live', async () => {
  const { secret, token } = await tokenFixture(owner);
  const wanted = { path: '/api/v1/self', headers: { 'private-token': secret } };
  expect((await ask(wanted, office)).status).toBe(200);
  const proof = { password: owner.password };
  await pauseToken(owner.call(), { id: token.id, version: token.version, proof });
  const unknown = await ask({ ...wanted, headers: { 'private-token': `${secret.slice(0, -1)}x` } }, office);
  const paused = await ask(wanted, office);
  expect([paused.status, paused.body.detail]).toEqual([unknown.status, unknown.body.detail]);
});
