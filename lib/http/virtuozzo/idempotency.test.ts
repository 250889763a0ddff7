import { afterAll, beforeAll, expect, it } from 'vitest';
import { countTokens } from '@/lib/db/tokens';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { tokenFixture } from '@/tests/support/tokens';

let door: DoorFixture;
let owner: PersonFixture;

beforeAll(async () => {
  door = await doorFixture();
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});
afterAll(() => door.close());

it('API-6 CreateToken with an Idempotency-Key makes one token however often it is sent', async () => {
  const { secret } = await tokenFixture(owner);
  const create = async (description: string) => {
    const answer = await door.send({
      method: 'POST',
      path: '/1.0/users/authentication/rest/CreateToken',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': 'nightly-1',
      },
      body: new URLSearchParams({ description, tokenTemplate: 'Full Access' }).toString(),
    });
    return JSON.parse(answer.text) as { result: number; token?: { key: string } };
  };
  const before = await countTokens(owner.person.id);
  const first = await create('nightly');
  expect(first.result).toBe(0);
  expect(await create('nightly')).toEqual(first);
  expect((await create('another')).result).toBe(3);
  expect(await countTokens(owner.person.id)).toBe(before + 1);
});
