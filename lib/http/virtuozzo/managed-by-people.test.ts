import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { tokenFixture } from '@/tests/support/tokens';
import { callAuthentication } from '@/tests/support/virtuozzo-call';

vi.stubEnv('TOKENS_MANAGE_TOKENS', 'off');

let door: DoorFixture;
let owner: PersonFixture;
beforeAll(async () => {
  door = await doorFixture();
  owner = await createPersonFixture({
    name: 'Ines Caldeira',
    roles: [{ role: 'member', context: 'global' }],
  });
});
afterAll(() => door.close());

test('AZ-4 where the operator lets people alone manage tokens, a token may look and a session may change', async () => {
  const { secret } = await tokenFixture(owner);
  const fields = { description: 'x', tokenTemplate: 'Marketplace' };
  for (const method of ['GetTokens', 'GetTokenTemplates', 'GetTokenApiList'])
    expect(await callAuthentication(door, method, secret)).toMatchObject({ result: 0 });
  const { apiTokens } = await callAuthentication(door, 'GetTokens', secret);
  const id = String(apiTokens?.[0]?.id);
  for (const [method, given] of [
    ['CreateToken', fields],
    ['EditToken', { id, description: 'y' }],
    ['RegenerateToken', { id }],
    ['DeleteTokens', { ids: '*' }],
  ] as const)
    expect(await callAuthentication(door, method, secret, given)).toMatchObject({ result: 8 });
  const { password } = owner;
  const { session = '' } = await callAuthentication(door, 'Signin', null, {
    login: owner.person.email,
    password,
  });
  expect(await callAuthentication(door, 'CreateToken', session, fields)).toMatchObject({ result: 0 });
});
