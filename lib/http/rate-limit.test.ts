import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { expectLimit } from '@/tests/support/expect-limit';
import { tokenFixture } from '@/tests/support/tokens';

vi.stubEnv('REQUESTS_PER_TOKEN', '40');
vi.stubEnv('REQUESTS_PER_PERSON', '100');
vi.stubEnv('REQUESTS_PER_ADDRESS', '300');

const paths = ['/api/v1/self', '/api/http/permissions', '/1.0/users/account/rest/getuserinfo'];

let door: DoorFixture;
let address = 0;
beforeAll(async () => {
  door = await doorFixture({ trustedProxies: ['127.0.0.1'] });
});
afterAll(() => door.close());

const member = (name: string) =>
  createPersonFixture({ name, roles: [{ role: 'member', context: 'global' }] });
const newAddress = () => `198.51.100.${(address += 1)}`;

/** Asks `count` times, through all doors in turn, and counts what passed. */
async function ask(count: number, secrets: readonly string[], from: string) {
  const statuses: number[] = [];
  const startedAt = performance.now();
  let last: Awaited<ReturnType<DoorFixture['send']>> | null = null;
  for (let index = 0; index < count; index += 1) {
    const secret = secrets[index % secrets.length];
    const headers = { 'x-forwarded-for': from, ...(secret === undefined ? {} : { 'private-token': secret }) };
    const answer = await door.send({ path: paths[index % paths.length] ?? '', headers });
    statuses.push(answer.status);
    if (answer.status === 429) last = answer;
  }
  const minutes = (performance.now() - startedAt) / 60_000;
  return { passed: statuses.filter((status) => status !== 429).length, minutes, last };
}

let person: PersonFixture;

test('API-8 a token is limited over all doors together, and the refusal says when to come back', async () => {
  person = await member('Limited');
  const { secret } = await tokenFixture(person);
  const asked = await ask(60, [secret], newAddress());
  expectLimit(asked, 40);
  const { last } = asked;
  expect(last?.headers['retry-after']).toMatch(/^[1-9]\d*$/);
  expect(last?.headers['ratelimit-policy']).toBe('"token";q=40;w=60');
  expect(last?.headers.ratelimit).toMatch(/^"token";r=0;t=\d+$/);
});

test('API-8 what a token is refused costs its person nothing: their other tokens go on', async () => {
  const owner = await member('Owner');
  const [greedy, modest] = [await tokenFixture(owner), await tokenFixture(owner)];
  await ask(150, [greedy.secret], newAddress());
  expect((await ask(20, [modest.secret], newAddress())).passed).toBe(20);
});

test('API-8 a person is limited however many tokens they have; another person is not', async () => {
  const [busy, calm] = [await member('Busy'), await member('Calm')];
  const secrets: string[] = [];
  for (let index = 0; index < 5; index += 1) secrets.push((await tokenFixture(busy)).secret);
  const asked = await ask(130, secrets, newAddress());
  expectLimit(asked, 100);
  expect(asked.last?.headers['ratelimit-policy']).toBe('"person";q=100;w=60');
  const { secret } = await tokenFixture(calm);
  expect((await ask(10, [secret], newAddress())).passed).toBe(10);
});

test('API-8 an address is limited, with and without a credential; another one is not', async () => {
  const from = newAddress();
  const asked = await ask(360, [], from);
  expectLimit(asked, 300);
  expect(asked.last?.headers['ratelimit-policy']).toBe('"address";q=300;w=60');
  const { secret } = await tokenFixture(await member('Late'));
  expect((await ask(20, [secret], from)).passed).toBeLessThan(20);
  expect((await ask(3, [secret], newAddress())).passed).toBe(3);
});

test('API-8 each answer to a credential says how much is left', async () => {
  const { secret } = await tokenFixture(await member('Curious'));
  const headers = { 'x-forwarded-for': newAddress(), 'private-token': secret };
  const answer = await door.send({ path: '/api/v1/self', headers });
  expect(answer.headers.ratelimit).toBe('"token";r=39;t=2');
});
