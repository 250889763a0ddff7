import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findTokenPage } from '@/lib/db/tokens';
import { canvus, numberOf, type CanvusAnswer } from '@/tests/support/canvus';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import type { DoorFixture, Wanted } from '@/tests/support/door';
import { openFront } from '@/tests/support/open-front';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

let front: DoorFixture;
let root: PersonFixture;
let alice: PersonFixture;
let bob: PersonFixture;
let secret: string;
let tokens: string;
let ofBob: { path: string; id: string };

beforeAll(async () => {
  root = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
});
beforeEach(async () => {
  front = await openFront();
  alice = await createPersonFixture({ name: 'Alice', roles: [{ role: 'member', context: 'global' }] });
  bob = await createPersonFixture({ name: 'Bob', roles: [{ role: 'member', context: 'global' }] });
  ({ secret } = await tokenFixture(alice));
  tokens = `/users/${await numberOf(alice.person.id)}/access-tokens`;
  const { token } = await tokenFixture(bob, { description: 'Of Bob' });
  ofBob = { path: `/users/${await numberOf(bob.person.id)}/access-tokens`, id: token.id };
});

const as = (by: string | null, request: string, data?: unknown, more: Partial<Wanted> = {}) =>
  canvus(front, by, request, data, more);
const seen = ({ status, body }: CanvusAnswer) => ({ status, body });
const denied = { status: 403, body: { msg: 'Permission denied' } };
const count = async (person: PersonFixture) => (await findTokenPage(person.person.id, 0, 100)).length;

describe('bad input is refused in the manner of this API, and nothing is made', () => {
  const bodies: Record<string, unknown> = {
    'no body': undefined,
    'an empty object': {},
    'an empty description': { description: '' },
    'a blank description': { description: '   ' },
    'a number': { description: 7 },
    null: { description: null },
    'a list': { description: ['a'] },
    'a description that is too long': { description: 'x'.repeat(256) },
    'a control character': { description: 'a\nb' },
    'a list instead of an object': [{ description: 'a' }],
    'text that is no JSON': 'description=Second',
    'JSON that is cut off': '{"description":"Sec',
    'JSON that is nested too deep': `${'['.repeat(100)}${']'.repeat(100)}`,
  };
  it.each(Object.keys(bodies))('%s', async (name) => {
    const made = await as(secret, `POST ${tokens}`, bodies[name]);
    expect([made.status, Object.keys(made.body as object)]).toEqual([400, ['msg']]);
    expect(await count(alice)).toBe(1);
    const [token] = await findTokenPage(alice.person.id, 0, 1);
    const changed = await as(secret, `PATCH ${tokens}/${token?.id ?? ''}`, bodies[name]);
    expect(changed.status).toBe(400);
    expect((await findTokenPage(alice.person.id, 0, 1))[0]?.version).toBe(1);
  });

  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded; charset=utf-8', ''])(
    'JSON is taken as content type %j, and unknown members are ignored',
    async (type) => {
      const headers = type === '' ? { 'Content-Type': [] } : { 'Content-Type': type };
      const data = { description: 'Second token', id: 'x', owner: 1 };
      const made = await as(secret, `POST ${tokens}`, data, { headers: headers as Record<string, string> });
      expect(made).toMatchObject({ status: 200, body: { description: 'Second token' } });
    },
  );

  it('an empty body with a JSON content type is nothing at all to GET and DELETE', async () => {
    const headers = { 'Content-Type': 'application/json' };
    expect((await as(secret, `GET ${tokens}`, undefined, { headers })).status).toBe(200);
    const [token] = await findTokenPage(alice.person.id, 0, 1);
    expect((await as(secret, `DELETE ${tokens}/${token?.id ?? ''}`, undefined, { headers })).status).toBe(
      200,
    );
  });

  it('unknown paths and methods, in the words of this API', async () => {
    expect(await as(secret, 'GET /users/1/nothing')).toMatchObject({
      status: 404,
      body: { msg: expect.any(String) },
    });
    const wrong = await as(secret, `PUT ${tokens}`, {});
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET, POST, HEAD']);
  });
});

describe('credentials', () => {
  it('the header may be written in any case; none, an unknown one and two are refused alike or as a bad request', async () => {
    for (const name of ['private-token', 'PRIVATE-TOKEN', 'Private-Token'])
      expect((await as(null, `GET ${tokens}`, undefined, { headers: { [name]: secret } })).status).toBe(200);
    const bearer = { Authorization: `Bearer ${secret}` };
    expect((await as(null, `GET ${tokens}`, undefined, { headers: bearer })).status).toBe(200);
    for (const wrong of [null, 'nonsense', `${secret}x`]) {
      const { status, body } = await as(wrong, `GET ${tokens}`);
      expect([status, Object.keys(body as object)]).toEqual([401, ['msg']]);
    }
    expect((await as(secret, `GET ${tokens}`, undefined, { headers: bearer })).status).toBe(400);
  });

  it('WEB-3 a cookie means nothing here, nor does a token in the address', async () => {
    const headers = { Cookie: `tokendesk.session=${secret}` };
    expect((await as(null, `GET ${tokens}?session=${secret}`, undefined, { headers })).status).toBe(401);
  });
});

describe('AZ-1 other people’s tokens', () => {
  it('are refused alike whether the person exists or not, and nothing happens to them', async () => {
    const requests = ['GET', 'POST'].map((method) => [method, '']);
    for (const method of ['GET', 'PATCH', 'DELETE']) requests.push([method, `/${ofBob.id}`]);
    for (const [method, rest] of requests) {
      const data = method === 'POST' || method === 'PATCH' ? { description: 'Mine' } : undefined;
      for (const users of [ofBob.path, '/users/999999/access-tokens', '/users/-1/access-tokens'])
        expect(seen(await as(secret, `${method} ${users}${rest}`, data))).toEqual(denied);
    }
    expect(await findTokenPage(bob.person.id, 0, 100)).toMatchObject([{ description: 'Of Bob', version: 1 }]);
  });

  it('under one’s own number are unknown', async () => {
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const data = method === 'PATCH' ? { description: 'Mine' } : undefined;
      expect((await as(secret, `${method} ${tokens}/${ofBob.id}`, data)).status).toBe(404);
    }
  });

  it('are an administrator’s to see and to manage; unknown users are 404 to them', async () => {
    const { secret: ofRoot } = await tokenFixture(root);
    const made = await as(ofRoot, `POST ${ofBob.path}`, { description: 'From Root' });
    const { id, plain_token: plain } = made.body as { id: string; plain_token: string };
    expect((await as(plain, `GET ${ofBob.path}`)).body).toMatchObject([{ id: ofBob.id }, { id }]);
    const renamed = await as(ofRoot, `PATCH ${ofBob.path}/${id}`, { description: 'Renamed' });
    expect(renamed).toMatchObject({ status: 200, body: { description: 'Renamed' } });
    expect((await as(ofRoot, `DELETE ${ofBob.path}/${id}`)).status).toBe(200);
    expect((await as(plain, `GET ${ofBob.path}`)).status).toBe(401);
    expect((await as(ofRoot, 'GET /users/999999/access-tokens')).status).toBe(404);
    expect((await as(ofRoot, 'POST /users/999999/access-tokens', { description: 'x' })).status).toBe(404);
  });

  it.each(['me', '1.5', '1e3', '0x3e8', '%20', 'ä'])('a user %j is no integer', async (id) => {
    const { status, body } = await as(
      secret,
      `GET /users/${encodeURIComponent(decodeURIComponent(id))}/access-tokens`,
    );
    expect(status).toBe(400);
    expect(body).toEqual({ msg: `User ID ${decodeURIComponent(id)} is not an integer` });
  });
});

describe('AZ-4 a limited token', () => {
  const managing = ['GetTokens', 'CreateToken', 'EditToken', 'DeleteTokens'].map(
    (name) => `users.authentication.${name}`,
  );

  it('makes tokens that hold what it holds, end when it ends, and go into no address if it does not', async () => {
    const ends = new Date(Date.now() + 3_600_000).toISOString();
    const access = limitedTo('global', ...managing);
    const { secret: limited } = await tokenFixture(alice, { access, expiry: ends, mayUseInUrls: false });
    const made = await as(limited, `POST ${tokens}`, { description: 'Alike' });
    expect(made.status).toBe(200);
    const [newest, maker] = await findTokenPage(alice.person.id, 0, 2);
    expect(newest).toMatchObject({
      description: 'Alike',
      access: maker?.access,
      expiresAt: new Date(ends),
      mayUseInUrls: false,
    });
  });

  it('without a permission is refused what needs it, and touches no stronger token', async () => {
    for (const left of managing) {
      const access = limitedTo('global', ...managing.filter((each) => each !== left));
      const { secret: limited, token } = await tokenFixture(alice, { access });
      const requests: Record<string, [string, object?]> = {
        GetTokens: [`GET ${tokens}`],
        CreateToken: [`POST ${tokens}`, { description: 'a' }],
        EditToken: [`PATCH ${tokens}/${token.id}`, { description: 'a' }],
        DeleteTokens: [`DELETE ${tokens}/${token.id}`],
      };
      const [request, data] = requests[left.split('.').at(-1) ?? ''] ?? [''];
      expect(seen(await as(limited, request, data))).toEqual(denied);
    }
    const { secret: limited } = await tokenFixture(alice, { access: limitedTo('global', ...managing) });
    const strongest = (await findTokenPage(alice.person.id, 0, 100)).at(-1);
    const request = `PATCH ${tokens}/${strongest?.id ?? ''}`;
    expect(seen(await as(limited, request, { description: 'a' }))).toEqual(denied);
  });
});

describe('retries', () => {
  it('API-6 the same Idempotency-Key makes one token and gives the same answer; another body is refused', async () => {
    const headers = { 'Idempotency-Key': `key-${Math.random()}` };
    const one = await as(secret, `POST ${tokens}`, { description: 'Once' }, { headers });
    const again = await as(secret, `POST ${tokens}`, { description: 'Once' }, { headers });
    expect(again.body).toEqual(one.body);
    expect((await as(secret, `POST ${tokens}`, { description: 'Other' }, { headers })).status).toBe(422);
    expect(await count(alice)).toBe(2);
  });
});
