import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reading } from '@/lib/db/client';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type Answered, type DoorFixture } from '@/tests/support/door';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

const stop = 'environment.control.StopEnv';
const path = '/oauth/token';
const grant = 'grant_type=client_credentials';
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const challenge = 'Basic realm="Tokendesk", charset="UTF-8"';
let door: DoorFixture;
let owner: PersonFixture;
let id: string;
let secret: string;
beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
  door = await doorFixture({ publicUrl: 'https://desk.example.org' });
});
afterAll(() => door.close());
beforeEach(async () => {
  const { token, secret: made } = await tokenFixture(owner);
  [id, secret] = [token.id, made];
});

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const asClient = () => ({ ...form, Authorization: basic(id, secret) });
const post = (body: string, headers: Record<string, string | string[]> = asClient()) =>
  door.send({ method: 'POST', path, headers, body });
const parsed = ({ text }: Answered) => JSON.parse(text) as Record<string, unknown>;
const count = async () => (await reading()).accessToken.count();

describe('POST /oauth/token', () => {
  it('API-2 answers a known client as RFC 6749 §5.1 says, never to be stored', async () => {
    const answer = await post(`${grant}&scope=**`);
    expect(answer.status).toBe(200);
    expect(parsed(answer)).toEqual({
      access_token: expect.stringMatching(/^td_oat_/) as unknown,
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: '**',
    });
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-store',
      pragma: 'no-cache',
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('takes id and secret in the form, leaves unknown parameters alone, and empty ones out', async () => {
    const body = `${grant}&client_id=${id}&client_secret=${secret}&scope=&audience=x`;
    expect((await post(body, form)).status).toBe(200);
  });

  it('gives what opens the doors, narrowed to the scope', async () => {
    const scope = encodeURIComponent(`project:key:shop:${stop}`);
    const granted = parsed(await post(`${grant}&scope=${scope}`));
    expect(granted.scope).toBe(`project:key:shop:${stop}`);
    const headers = { Authorization: `Bearer ${String(granted.access_token)}` };
    const list = await door.send({ path: '/1.0/environment/control/rest/getenvs', headers });
    expect(parsed(list)).toMatchObject({ result: 8202 });
  });

  it.each([
    ['no grant type', '', 'invalid_request'],
    ['an empty one', 'grant_type=', 'invalid_request'],
    ['another one', 'grant_type=password', 'unsupported_grant_type'],
    ['a parameter twice', `${grant}&${grant}`, 'invalid_request'],
    ['a scope beyond the token', `${grant}&scope=global:${stop}`, 'invalid_scope'],
    ['a scope that is none', `${grant}&scope=all`, 'invalid_scope'],
    ['the secret in Basic and in the form', 'both', 'invalid_request'],
  ])('API-2 refuses %s with 400 and changes nothing', async (_what, given, error) => {
    const body = given === 'both' ? `${grant}&client_id=${id}&client_secret=${secret}` : given;
    const before = await count();
    const answer = await post(body);
    expect([answer.status, parsed(answer).error]).toEqual([400, error]);
    expect(parsed(answer).error_description).toMatch(/\.$/);
    expect(answer.headers['www-authenticate']).toBeUndefined();
    expect(await count()).toBe(before);
  });

  const clients: [string, () => Promise<Record<string, string | string[]>>][] = [
    ['no credential', () => Promise.resolve(form)],
    ['a cookie only', () => Promise.resolve({ ...form, Cookie: `__Host-desk=${secret}` })],
    ['an unknown id', () => Promise.resolve({ ...form, Authorization: basic('A'.repeat(22), secret) })],
    ['a malformed secret', () => Promise.resolve({ ...form, Authorization: basic(id, 'letmein') })],
    [
      'the id of another token',
      async () => {
        const { token } = await tokenFixture(owner);
        return { ...form, Authorization: basic(token.id, secret) };
      },
    ],
    [
      'a removed token',
      async () => {
        const proof = { password: owner.password };
        await removeTokens(owner.call(), { tokens: [{ id, version: 1 }], proof });
        return asClient();
      },
    ],
    [
      'an access token as the secret',
      async () => {
        const granted = parsed(await post(grant));
        return { ...form, Authorization: basic(id, String(granted.access_token)) };
      },
    ],
    ['the token as Bearer', () => Promise.resolve({ ...form, Authorization: `Bearer ${secret}` })],
    ['the token as Private-Token', () => Promise.resolve({ ...form, 'Private-Token': secret })],
  ];
  it.each(clients)(
    'API-2 refuses %s with 401, invalid_client and the challenge',
    async (_what, headersOf) => {
      const answer = await post(grant, await headersOf());
      expect([answer.status, parsed(answer).error]).toEqual([401, 'invalid_client']);
      expect(answer.headers['www-authenticate']).toBe(challenge);
    },
  );

  it('tells a stranger the same of every credential that does not live', async () => {
    const told = new Set<string>();
    for (const [what, headersOf] of clients.slice(2)) {
      const answer = await post(grant, await headersOf());
      told.add(`${answer.status} ${answer.text}`);
      expect(answer.text, what).not.toContain(secret);
    }
    expect(told.size).toBe(1);
  });

  it.each([
    ['Basic twice', () => ({ ...form, Authorization: [basic(id, secret), basic(id, secret)] })],
    ['Basic and Bearer', () => ({ ...form, Authorization: [basic(id, secret), `Bearer ${secret}`] })],
    ['Basic and Private-Token', () => ({ ...asClient(), 'Private-Token': secret })],
  ])('API-1 refuses %s with 400 invalid_request', async (_what, headersOf) => {
    const answer = await post(grant, headersOf());
    expect([answer.status, parsed(answer).error]).toEqual([400, 'invalid_request']);
  });

  it.each([
    ['JSON', { 'Content-Type': 'application/json' }, '{"grant_type":"client_credentials"}', 400],
    ['nothing', form, '', 400],
    ['invalid UTF-8', form, Buffer.from([0x67, 0xff, 0xfe]), 400],
    ['100 KB', form, `scope=${'x'.repeat(100_000)}`, 413],
  ])('takes a form only: refuses %s', async (_what, headers, body, status) => {
    const given = { ...headers, Authorization: basic(id, secret) };
    const answer = await door.send({ method: 'POST', path, headers: given, body });
    expect([answer.status, parsed(answer).error]).toEqual([status, 'invalid_request']);
  });

  it('refuses credentials in the address, and never logs them', async () => {
    const address = `${path}?client_id=${id}&client_secret=${secret}`;
    const answer = await door.send({ method: 'POST', path: address, headers: form, body: grant });
    expect([answer.status, parsed(answer).error]).toEqual([400, 'invalid_request']);
    expect(door.logged.join('')).not.toContain(secret);
  });

  it('API-5 names the method that is allowed, and knows no other path', async () => {
    const wrong = await door.send({ path, headers: asClient() });
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST']);
    expect((await door.send({ method: 'POST', path: '/oauth/authorize' })).status).toBe(404);
  });
});

it('RFC 8414 metadata says where and how, and no more than there is', async () => {
  const answer = await door.send({ path: '/.well-known/oauth-authorization-server' });
  expect(answer.status).toBe(200);
  expect(parsed(answer)).toEqual({
    issuer: 'https://desk.example.org',
    token_endpoint: 'https://desk.example.org/oauth/token',
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    introspection_endpoint: 'https://desk.example.org/oauth/introspect',
    introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    revocation_endpoint: 'https://desk.example.org/oauth/revoke',
    revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    service_documentation: 'https://desk.example.org/docs/api',
  });
});

it('a limited token gives what it holds and nothing else', async () => {
  const limited = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
  const headers = { ...form, Authorization: basic(limited.token.id, limited.secret) };
  expect(parsed(await post(grant, headers)).scope).toBe(`project:key:shop:${stop}`);
});
