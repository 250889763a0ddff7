import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecret } from '@/lib/crypto/secret';
import { writing } from '@/lib/db/client';
import { blockPerson } from '@/lib/services/people/block-person';
import { pauseToken } from '@/lib/services/tokens/pause-token';
import { introspectToken } from '@/lib/services/tokens/introspect-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { asBasic, introspect } from '@/tests/support/introspect';
import { resourceServerFixture, type ResourceServerFixture } from '@/tests/support/resource-server';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

let door: DoorFixture;
let owner: PersonFixture;
let server: ResourceServerFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  await createPersonFixture({ name: 'Ada', roles: [{ role: 'administrator', context: 'global' }] });
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
  door = await doorFixture();
  server = await resourceServerFixture(['environment']);
});
afterAll(() => door.close());

const ask = (presented: string) => introspect(door, { token: presented }, { Authorization: asBasic(server) });

describe('INT-2 what is not active', () => {
  const dead: [string, () => Promise<string>][] = [
    ['unknown', () => Promise.resolve(newSecret())],
    ['malformed', () => Promise.resolve('td_pat_0000')],
    ['another kind of secret', () => Promise.resolve(server.secret)],
    [
      'expired',
      async () => {
        const { token, secret } = await tokenFixture(owner);
        const data = { expiresAt: new Date(Date.now() - 1_000) };
        await (await writing()).token.update({ where: { id: token.id }, data });
        return secret;
      },
    ],
    [
      'removed',
      async () => {
        const { token, secret } = await tokenFixture(owner);
        const proof = { password: owner.password };
        await removeTokens(owner.call(), { tokens: [{ id: token.id, version: 1 }], proof });
        return secret;
      },
    ],
    [
      'paused',
      async () => {
        const { token, secret } = await tokenFixture(owner);
        await pauseToken(owner.call(), { id: token.id, version: 1, proof: { password: owner.password } });
        return secret;
      },
    ],
    [
      'not valid yet',
      async () => (await tokenFixture(owner, { notBefore: '2099-01-01T00:00:00.000Z' })).secret,
    ],
    [
      'of another audience',
      async () =>
        (await tokenFixture(owner, { access: limitedTo('project:shop', 'marketplace.app.GetList') })).secret,
    ],
    [
      'of a blocked owner',
      async () => {
        const blocked = await createPersonFixture({
          name: 'Blocked',
          roles: [{ role: 'project-admin', context: 'project:shop' }],
        });
        const { secret } = await tokenFixture(blocked);
        await blockPerson(systemCall(), { personId: blocked.person.id });
        return secret;
      },
    ],
  ];

  it('is one answer, byte for byte, whatever it was', async () => {
    const looks = new Set<string>();
    for (const [what, make] of dead) {
      const { status, headers, text } = await ask(await make());
      const { 'x-request-id': _id, date: _date, ...rest } = headers;
      looks.add(JSON.stringify([status, Object.entries(rest), text]));
      expect(text, what).toBe('{"active":false}');
    }
    expect(looks.size).toBe(1);
  });

  it(
    'takes one time: medians of 500 samples each lie within a tenth of each other',
    { timeout: 120_000 },
    async () => {
      const kinds: { what: string; presented: string; times: number[] }[] = [];
      for (const [what, make] of dead) kinds.push({ what, presented: await make(), times: [] });
      const once = async ({ what, presented, times }: (typeof kinds)[number]) => {
        // An unknown one is another each time, so that nothing of it is remembered.
        const question = { presented: what === 'unknown' ? newSecret() : presented, isFresh: false };
        const startedAt = performance.now();
        await introspectToken(server.client, question, { now: new Date(), requestId: 'time' });
        times.push(performance.now() - startedAt);
      };
      // All at once, in another order each time, so that what the machine does besides falls on all of them alike.
      const strides = [1, 2, 4, 5, 7, 8];
      for (let sample = 0; sample < 500; sample += 1) {
        const stride = strides[sample % strides.length] ?? 1;
        const order = kinds.map((_, index) => kinds[(index * stride + sample) % kinds.length]);
        await Promise.all(order.flatMap((kind) => (kind === undefined ? [] : [once(kind)])));
      }
      const medians = kinds.map(({ times }) => times.toSorted((one, other) => one - other)[250] ?? 0);
      expect(kinds.every(({ times }) => times.length === 500)).toBe(true);
      expect(Math.max(...medians) / Math.min(...medians), JSON.stringify(medians)).toBeLessThan(1.1);
    },
  );
});

it('INT-9 a fault of the database is an error, and never an answer', async () => {
  const { secret } = await tokenFixture(owner);
  const client = await writing();
  await client.$executeRawUnsafe('ALTER TABLE "Token" RENAME TO "Elsewhere"');
  const answer = await ask(secret);
  await client.$executeRawUnsafe('ALTER TABLE "Elsewhere" RENAME TO "Token"');
  expect([answer.status, answer.text.includes('active')]).toEqual([500, false]);
  expect((await ask(secret)).text).toContain('"active":true');
});
