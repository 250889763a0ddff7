import { beforeAll, expect, test } from 'vitest';
import { blockPerson } from '@/lib/services/people/block-person';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { generateToken } from './generate-token';
import { listAllTokens } from './list-all-tokens';

let admin: PersonFixture;
let ada: PersonFixture;
let brice: PersonFixture;
const secrets: string[] = [];

const issue = async (person: PersonFixture, description: string) => {
  const fields = { description, expiry: 'never', access: { kind: 'full' }, mayUseInUrls: true } as const;
  const { secret } = await generateToken(person.call(), { fields, proof: { password: person.password } });
  secrets.push(secret);
};

beforeAll(async () => {
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  ada = await createPersonFixture({ name: 'Ada', roles: [{ role: 'developer', context: 'global' }] });
  brice = await createPersonFixture({ name: 'Brice', roles: [{ role: 'developer', context: 'global' }] });
  await issue(ada, 'nightly backup');
  await issue(brice, 'release notes');
  await issue(ada, 'release gate');
  const { id: personId, version } = brice.person;
  await blockPerson(admin.call(), { personId, version, proof: { password: admin.password } });
});

const all = { search: '', before: null };

test('AZ-1 everyone’s tokens are for those who may see them', async () => {
  await expect(listAllTokens(ada.call(), all)).rejects.toMatchObject({
    code: 'permission_denied',
    details: { missing: [{ permission: 'desk.tokens.ViewAll', context: 'global' }] },
  });
});

test('tokens stand newest first with their owners, and never with a secret', async () => {
  const view = await listAllTokens(admin.call(), all);
  expect(view).toMatchObject({ found: 3, total: 3, owners: 2, next: null });
  expect(view.rows.map((row) => [row.description, row.owner.name, row.owner.isBlocked])).toEqual([
    ['release gate', 'Ada', false],
    ['release notes', 'Brice', true],
    ['nightly backup', 'Ada', false],
  ]);
  for (const secret of secrets) expect(JSON.stringify(view)).not.toContain(secret.slice(7, 20));
});

test('the search narrows by every word, in description, owner and last four characters', async () => {
  const found = async (search: string) =>
    (await listAllTokens(admin.call(), { search, before: null })).rows.map((row) => row.description);
  expect(await found('RELEASE')).toEqual(['release gate', 'release notes']);
  expect(await found('release ada')).toEqual(['release gate']);
  expect(await found(secrets[0]?.slice(-4) ?? '')).toContain('nightly backup');
  expect(await found("' OR 1=1")).toEqual([]);
});
