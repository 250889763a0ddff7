import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { RateState } from '@/lib/domain/rate-limit';
import { admitToken } from '@/lib/services/access/admit-request';
import { editToken } from '@/lib/services/tokens/edit-token';
import { exchanged } from '@/tests/support/codecanvas';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { expectLimit } from '@/tests/support/expect-limit';
import { tokenFixture } from '@/tests/support/tokens';

// The desk itself limits nothing: what is refused here is refused by the token's own limit.
vi.stubEnv('REQUESTS_PER_TOKEN', '0');
vi.stubEnv('REQUESTS_PER_PERSON', '0');
vi.stubEnv('REQUESTS_PER_ADDRESS', '0');

const paths = ['/api/v1/self', '/api/http/permissions', '/1.0/users/account/rest/getuserinfo'];

let door: DoorFixture;
let owner: PersonFixture;
beforeAll(async () => {
  door = await doorFixture();
  owner = await createPersonFixture({ name: 'Vera Blum', roles: [{ role: 'member', context: 'global' }] });
});
afterAll(() => door.close());

/** Asks `count` times, through all doors in turn, and counts what passed. */
async function ask(count: number, secrets: readonly string[]) {
  const startedAt = performance.now();
  let passed = 0;
  let last: Awaited<ReturnType<DoorFixture['send']>> | null = null;
  for (let index = 0; index < count; index += 1) {
    const headers = { 'private-token': secrets[index % secrets.length] ?? '' };
    const answer = await door.send({ path: paths[index % paths.length] ?? '', headers });
    if (answer.status === 429) last = answer;
    else passed += 1;
  }
  return { passed, minutes: (performance.now() - startedAt) / 60_000, last };
}

test('API-8 a token is limited by its own limit over all doors, also where the desk limits nothing', async () => {
  const { secret } = await tokenFixture(owner, { requestsPerMinute: 40 });
  const asked = await ask(90, [secret]);
  expectLimit(asked, 40);
  expect(asked.last?.headers['retry-after']).toMatch(/^[1-9]\d*$/);
  expect(asked.last?.headers['ratelimit-policy']).toBe('"token";q=40;w=60');
  expect(asked.last?.headers.ratelimit).toMatch(/^"token";r=0;t=\d+$/);
});

test('API-8 what one token is refused costs no other token of its person', async () => {
  const greedy = await tokenFixture(owner, { requestsPerMinute: 10 });
  await ask(30, [greedy.secret]);
  const free = await tokenFixture(owner);
  expect((await ask(60, [free.secret])).passed).toBe(60);
});

test('API-8 the access tokens of a token are counted with it', async () => {
  const { secret, token } = await tokenFixture(owner, { requestsPerMinute: 60 });
  const given = [
    await exchanged(door, { id: token.id, secret }),
    await exchanged(door, { id: token.id, secret }),
  ];
  expectLimit(await ask(120, [secret, ...given]), 60);
});

test('API-8 a limit holds from the next request on when it is changed', async () => {
  const { secret, token } = await tokenFixture(owner);
  expect((await ask(40, [secret])).passed).toBe(40);
  await editToken(owner.call(), {
    id: token.id,
    version: token.version,
    fields: { requestsPerMinute: 20 },
    proof: { password: owner.password },
  });
  expectLimit(await ask(50, [secret]), 20);
});

test('API-8 a gateway counts in the same bucket, and only what the token itself limits', async () => {
  const { secret, token } = await tokenFixture(owner, { requestsPerMinute: 30 });
  const states: (RateState | null)[] = [];
  for (let count = 0; count < 20; count += 1)
    states.push(admitToken({ id: token.id, requestsPerMinute: 30 }));
  expect(states.at(-1)).toMatchObject({ name: 'token', limit: 30, remaining: 10 });
  expect((await ask(20, [secret])).passed).toBeLessThanOrEqual(13);
  expect(() => {
    for (let count = 0; count < 5; count += 1) admitToken({ id: token.id, requestsPerMinute: 30 });
  }).toThrow(expect.objectContaining({ code: 'rate_limited' }) as Error);
  expect(admitToken({ id: token.id, requestsPerMinute: null })).toBeNull();
});

test('API-8 an exchange is a use of the token, and counted with the others', async () => {
  const { secret, token } = await tokenFixture(owner, { requestsPerMinute: 3 });
  const statuses: number[] = [];
  for (let count = 0; count < 6; count += 1) {
    const { status } = await door.send({
      method: 'POST',
      path: '/oauth/token',
      headers: {
        Authorization: `Basic ${Buffer.from(`${token.id}:${secret}`).toString('base64')}`,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials&scope=**',
    });
    statuses.push(status);
  }
  expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
  expect(statuses.at(-1)).toBe(429);
});
