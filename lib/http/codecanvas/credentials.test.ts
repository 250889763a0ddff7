import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reading } from '@/lib/db/client';
import { codecanvasApi } from '@/lib/domain/api/codecanvas';
import { codecanvasTokenApi } from '@/lib/domain/api/codecanvas-tokens';
import { formatSecret } from '@/lib/domain/secret-format';
import { blockPerson } from '@/lib/services/people/block-person';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { exchanged, unknownId } from '@/tests/support/codecanvas';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

type Headers = Record<string, string | string[]>;
const stop = 'environment.control.StopEnv';
const bodies: Record<string, unknown> = {
  'codecanvas.createPermanentToken': { name: 'x', scope: 'global:users.authentication.CreateToken' },
  'codecanvas.updatePermanentToken': { name: 'x' },
  'codecanvas.checkPermission': { uniqueRightCode: stop, target: 'global' },
};
const operations = [...Object.values(codecanvasTokenApi), ...Object.values(codecanvasApi)].map(
  (operation) => [operation.id, operation] as const,
);
let front: DoorFixture;
let owner: PersonFixture;
let id: string;
let secret: string;
beforeAll(async () => {
  front = await doorFixture();
  await createProjectFixture('shop');
});
afterAll(() => front.close());
beforeEach(async () => {
  owner = await createPersonFixture({ name: 'Vera', roles: [{ role: 'administrator', context: 'global' }] });
  const made = await tokenFixture(owner);
  [id, secret] = [made.token.id, made.secret];
});
const bearer = (value: string): Headers => ({ Authorization: `Bearer ${value}` });

describe.each(operations)('%s', (name, operation) => {
  const send = async (headers: Headers) => {
    const body = bodies[name];
    const answer = await front.send({
      method: operation.method,
      path: operation.path.replace('{profile}', 'me').replace('{id}', unknownId()),
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { error } = JSON.parse(answer.text === '' ? '{}' : answer.text) as { error?: string };
    return {
      status: answer.status,
      error,
      challenge: answer.headers['www-authenticate'],
      headers: answer.headers,
    };
  };
  // That a token was first used is written behind, at its own time.
  const changes = { not: 'token.first-used' };
  const events = async () =>
    (await reading()).event.count({ where: { ownerId: owner.person.id, action: changes } });

  const dead: [string, () => Promise<Headers>][] = [
    ['a malformed token', () => Promise.resolve(bearer('letmein'))],
    ['an unknown token', () => Promise.resolve(bearer(formatSecret(new Uint8Array(32))))],
    [
      'a removed token',
      async () => {
        const proof = { password: owner.password };
        await removeTokens(owner.call(), { tokens: [{ id, version: 1 }], proof });
        return bearer(secret);
      },
    ],
    [
      'an access token of a removed token',
      async () => {
        const given = await exchanged(front, { id, secret });
        const proof = { password: owner.password };
        await removeTokens(owner.call(), { tokens: [{ id, version: 1 }], proof });
        return bearer(given);
      },
    ],
    [
      'a blocked owner',
      async () => {
        const roles = [{ role: 'administrator', context: 'global' }] as const;
        const other = await createPersonFixture({ name: 'Other', roles });
        const { id: personId, version } = owner.person;
        await blockPerson(other.call(), { personId, version, proof: { password: other.password } });
        return bearer(secret);
      },
    ],
    ['an empty Private-Token', () => Promise.resolve({ 'Private-Token': '' })],
  ];
  it.each(dead)('API-2 refuses %s with 401, invalid_token', async (_what, headersOf) => {
    const headers = await headersOf();
    const before = await events();
    expect(await send(headers)).toMatchObject({
      status: 401,
      error: 'authentication-required',
      challenge: 'Bearer realm="Tokendesk", error="invalid_token"',
      headers: { 'cache-control': 'private, no-store' },
    });
    expect(await events()).toBe(before);
  });

  it('API-2 asks for a credential, without an error code, where none is presented: a cookie is none (WEB-3)', async () => {
    for (const headers of [
      {},
      { Cookie: `__Host-desk=${secret}; session=${secret}` },
      { Authorization: 'Basic eDp5' },
    ])
      expect(await send(headers)).toMatchObject({
        status: 401,
        error: 'authentication-required',
        challenge: 'Bearer realm="Tokendesk"',
      });
  });

  it('API-1 refuses more than one credential with 400, and changes nothing', async () => {
    const before = await events();
    const pairs: Headers[] = [
      { ...bearer(secret), 'Private-Token': secret },
      { Authorization: [`Bearer ${secret}`, `Bearer ${secret}`] },
      { 'Private-Token': [secret, secret] },
      { Authorization: `Bearer ${secret}, Bearer ${secret}` },
      { 'Private-Token': `${secret}, ${secret}` },
      { Authorization: `Bearer ${secret}`, 'private-token': 'x' },
    ];
    for (const headers of pairs)
      expect(await send(headers)).toMatchObject({
        status: 400,
        error: 'validation-error',
        challenge: 'Bearer realm="Tokendesk", error="invalid_request"',
      });
    expect(await events()).toBe(before);
  });

  it('takes a live token as Bearer and as Private-Token', async () => {
    const isOnUnknownId = operation.path.includes('{id}');
    for (const headers of [bearer(secret), { 'private-token': secret }]) {
      if (operation === codecanvasTokenApi.deleteCurrentToken) continue;
      expect((await send(headers)).status).toBe(isOnUnknownId ? 404 : 200);
    }
  });

  it('API-2 refuses a token that lacks the permission with 403, and names it', async () => {
    const limited = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    const answer = await send(bearer(limited.secret));
    const { permission } = operation;
    if (permission === null) expect(answer.status).toBe(200);
    else
      expect(answer).toMatchObject({
        status: 403,
        error: 'permission-denied',
        challenge: `Bearer realm="Tokendesk", error="insufficient_scope", scope="${permission}"`,
      });
    const able = await tokenFixture(owner, { access: limitedTo('global', permission ?? stop) });
    expect((await send(bearer(able.secret))).status).not.toBe(403);
  });
});

describe('API-5 the door', () => {
  const ask = async (method: string, path: string, body?: string | Buffer, headers: Headers = {}) => {
    const given = { ...bearer(secret), 'Content-Type': 'application/json', ...headers };
    const answer = await front.send({
      method,
      path: `/api/http${path}`,
      headers: given,
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, allow: answer.headers.allow, ...(JSON.parse(answer.text) as object) };
  };
  const tokens = '/team-directory/profiles/me/permanent-tokens';

  it.each([
    ['an unknown path', 'GET', '/projects', undefined, 404, 'not-found'],
    ['an unknown method', 'PUT', tokens, '{}', 405, 'validation-error'],
    ['a form where JSON is due', 'POST', tokens, 'name=x&scope=**', 415, 'validation-error'],
    ['no JSON', 'POST', tokens, '{', 400, 'validation-error'],
    ['invalid UTF-8', 'POST', tokens, Buffer.from([0x22, 0xff, 0x22]), 400, 'validation-error'],
    ['NUL in the path', 'GET', '/team-directory/profiles/id:%00', undefined, 403, 'permission-denied'],
    [
      '100 KB',
      'POST',
      tokens,
      JSON.stringify({ name: 'x'.repeat(100_000), scope: '**' }),
      413,
      'payload-too-large',
    ],
  ])('answers %s in its own words', async (what, method, path, body, status, error) => {
    const member = await createPersonFixture({
      name: 'Member',
      roles: [{ role: 'member', context: 'global' }],
    });
    secret = (await tokenFixture(member)).secret;
    const headers = what.startsWith('a form') ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {};
    expect(await ask(method, path, body, headers)).toMatchObject({ status, error });
  });

  it('names the methods that there are', async () => {
    expect((await ask('PUT', tokens, '{}')).allow).toBe('POST, GET, HEAD');
  });
});
