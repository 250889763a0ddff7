import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { countTokens, findTokens } from '@/lib/db/tokens';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { tokenFixture } from '@/tests/support/tokens';
import { callAuthentication } from '@/tests/support/virtuozzo-call';

vi.stubEnv('API_CHANGES_NEED_PASSWORD', 'on');

let door: DoorFixture;
let owner: PersonFixture;
beforeAll(async () => {
  door = await doorFixture();
  owner = await createPersonFixture({
    name: 'Ines Caldeira',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});
afterAll(() => door.close());

test('PWD-1 where the operator demands the password each change needs it: 3 names it, nothing is changed', async () => {
  const { secret } = await tokenFixture(owner);
  const { token } = await tokenFixture(owner);
  const [target] = await findTokens(owner.person.id, [token.id]);
  const before = await countTokens(owner.person.id);
  const id = String(target?.number);
  for (const [method, fields] of [
    ['CreateToken', { description: 'x', tokenTemplate: 'Marketplace' }],
    ['EditToken', { id, description: 'y' }],
    ['RegenerateToken', { id }],
    ['DeleteTokens', { ids: id }],
  ] as const) {
    const { password } = owner;
    expect(await callAuthentication(door, method, secret, fields)).toMatchObject({
      result: 3,
      error: 'invalid parameter [password]',
    });
    expect(await findTokens(owner.person.id, [token.id])).toMatchObject(
      method === 'CreateToken' || method === 'EditToken' ? [target] : [{ id: token.id, description: 'y' }],
    );
    expect(await callAuthentication(door, method, secret, { ...fields, password })).toMatchObject({
      result: 0,
    });
  }
  expect(await countTokens(owner.person.id)).toBe(before);
});
