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

it('API-6 a permanent token is made once per Idempotency-Key; another body under it is refused', async () => {
  const { secret } = await tokenFixture(owner);
  const create = (name: string) =>
    door.send({
      method: 'POST',
      path: '/api/http/team-directory/profiles/me/permanent-tokens',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': 'nightly-1',
      },
      body: JSON.stringify({ name, scope: '**' }),
    });
  const before = await countTokens(owner.person.id);
  const first = await create('nightly');
  expect(first.status).toBe(200);
  expect((await create('nightly')).text).toBe(first.text);
  const other = await create('another');
  expect([other.status, JSON.parse(other.text)]).toMatchObject([400, { error: 'validation-error' }]);
  expect(await countTokens(owner.person.id)).toBe(before + 1);
});
