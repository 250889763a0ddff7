import { beforeAll, expect, test } from 'vitest';
import { blockPerson } from '@/lib/services/people/block-person';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { giveRole, roleFixture } from '@/tests/support/roles';
import { tokenFields, tokenFixture } from '@/tests/support/tokens';
import { copyToken } from './copy-token';
import { editToken } from './edit-token';
import { generateToken } from './generate-token';
import { regenerateToken } from './regenerate-token';
import { removeTokens } from './remove-tokens';
import { resumeToken } from './resume-token';

let helper: PersonFixture;
let boss: PersonFixture;
let ownerId: string;
let tokenId: string;

beforeAll(async () => {
  const administrator = [{ role: 'administrator', context: 'global' }] as const;
  await createPersonFixture({ name: 'Root', roles: administrator });
  boss = await createPersonFixture({ name: 'Boss', roles: administrator });
  ownerId = boss.person.id;
  helper = await createPersonFixture({ name: 'Helper', roles: [] });
  const { key } = await roleFixture('helper', ['desk.tokens.*', 'users.authentication.*']);
  await giveRole(helper.person, key, 'global');
  ({
    token: { id: tokenId },
  } = await tokenFixture(boss));
  const { version } = boss.person;
  await blockPerson(systemCall(), { personId: ownerId, version });
});

const call = () => helper.call({ via: 'header' });
const fields = tokenFields();

test.each([
  ['generated', () => generateToken(call(), { fields }, ownerId)],
  ['copied', () => copyToken(call(), { sourceId: tokenId, fields }, ownerId)],
  ['regenerated', () => regenerateToken(call(), { id: tokenId }, ownerId)],
  ['edited', () => editToken(call(), { id: tokenId, fields: { description: 'mine' } }, ownerId)],
  ['resumed', () => resumeToken(call(), { id: tokenId }, ownerId)],
])(
  'AZ-4 at the desk of a blocked administrator, who holds nothing for now, no token is %s by someone weaker',
  async (_, change) => {
    await expect(change()).rejects.toMatchObject({ code: 'permission_denied' });
  },
);

test('a token of someone who is blocked may be removed all the same', async () => {
  await expect(removeTokens(call(), { tokens: [{ id: tokenId }] }, ownerId)).resolves.toBeDefined();
});
