import { beforeAll, describe, expect, it, test } from 'vitest';
import { parseCursor, readAllTokensFilter } from '@/lib/domain/all-tokens-filter';
import { dayAfter } from '@/lib/domain/day';
import { blockPerson } from '@/lib/services/people/block-person';
import { changeRoles } from '@/lib/services/people/change-roles';
import { noteUse } from './note-use';
import { flushUses } from './write-behind';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, manyTokensFixture, tokenFixture } from '@/tests/support/tokens';
import { listAllTokens } from './list-all-tokens';

const now = new Date();
const dayMilliseconds = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMilliseconds);

let admin: PersonFixture;
let ada: PersonFixture;
let brice: PersonFixture;
const secrets: string[] = [];

const issue = async (
  owner: PersonFixture,
  description: string,
  fields: Parameters<typeof tokenFixture>[1] = {},
  call: Parameters<typeof tokenFixture>[2] = {},
) => {
  const { token, secret } = await tokenFixture(owner, { description, ...fields }, call);
  secrets.push(secret);
  return token.id;
};

/** The descriptions that an address finds, as the page reads it. */
async function found(parameters: Record<string, string>): Promise<string[]> {
  const view = await listAllTokens(admin.call({ now }), readAllTokensFilter(parameters), null);
  expect(view.found).toBe(view.rows.length);
  return view.rows.map((row) => row.description);
}

beforeAll(async () => {
  await createProjectFixture('shop');
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  ada = await createPersonFixture({
    name: 'Ada',
    roles: [
      { role: 'developer', context: 'global' },
      { role: 'viewer', context: 'project:shop' },
    ],
  });
  brice = await createPersonFixture({ name: 'Brice', roles: [{ role: 'developer', context: 'global' }] });
  const nightly = await issue(ada, 'nightly backup');
  await issue(brice, 'release notes');
  const gate = await issue(ada, 'release gate', { expiry: dayAfter(now, 5) });
  await issue(ada, '100%_done', { access: limitedTo('project:shop', 'environment.control.StartEnv') });
  await issue(ada, '100x done', { access: limitedTo('project:shop', 'environment.control.GetEnvs') });
  await issue(ada, 'last year', { expiry: dayAfter(daysAgo(20), 1) }, { now: daysAgo(20) });
  await issue(ada, 'a month', { expiry: dayAfter(now, 25) });
  const use = { address: '10.0.0.7', userAgent: 'curl/8.1' };
  noteUse(nightly, ada.person.id, { ...use, at: daysAgo(100) });
  noteUse(gate, ada.person.id, { ...use, at: daysAgo(40) });
  await flushUses();
  const proof = { password: admin.password };
  const { id: personId, version } = ada.person;
  const roles = [{ role: 'viewer' as const, context: 'project:shop' as const }];
  await changeRoles(admin.call(), { personId, version, roles, proof });
  await blockPerson(admin.call(), { personId: brice.person.id, version: brice.person.version, proof });
});

test('AZ-1 everyone’s tokens are for those who may see them', async () => {
  await expect(listAllTokens(ada.call(), readAllTokensFilter({}), null)).rejects.toMatchObject({
    code: 'permission_denied',
    details: { missing: [{ permission: 'desk.tokens.ViewAll', context: 'global' }] },
  });
});

test('tokens stand newest first with their owners, and never with a secret', async () => {
  const view = await listAllTokens(admin.call(), readAllTokensFilter({}), null);
  expect(view).toMatchObject({ found: 7, total: 7, next: null });
  expect(view.owners.map(({ name }) => name)).toEqual(['Ada', 'Brice']);
  expect(view.rows.map((row) => [row.description, row.owner.name, row.owner.isBlocked]).slice(-3)).toEqual([
    ['release gate', 'Ada', false],
    ['release notes', 'Brice', true],
    ['nightly backup', 'Ada', false],
  ]);
  for (const secret of secrets) expect(JSON.stringify(view)).not.toContain(secret.slice(7, 20));
});

describe('the address narrows', () => {
  const cases: [string, Record<string, string>, string[]][] = [
    ['every word', { q: 'RELEASE' }, ['release gate', 'release notes']],
    ['every word, the owner’s too', { q: 'release ada' }, ['release gate']],
    ['% and _ as they are', { q: '100%_' }, ['100%_done']],
    ['a lone %', { q: '%' }, ['100%_done']],
    ['words with both', { q: '_done ada' }, ['100%_done']],
    ['no SQL', { q: "' OR 1=1" }, []],
    ['a backslash', { q: '\\' }, []],
    [
      'full access',
      { access: 'full' },
      ['a month', 'last year', 'release gate', 'release notes', 'nightly backup'],
    ],
    ['limited access', { access: 'limited', q: 'done' }, ['100x done', '100%_done']],
    ['what ends within ten days', { status: 'ending' }, ['release gate']],
    ['what has ended', { status: 'expired' }, ['last year']],
    ['what has lost permissions', { status: 'narrowed' }, ['100%_done']],
    ['what is active', { status: 'active' }, ['a month', '100x done', 'release notes', 'nightly backup']],
    ['what is paused', { status: 'paused' }, []],
    ['never used', { used: 'never', access: 'full' }, ['a month', 'last year', 'release notes']],
    ['not used for 30 days', { used: 'over-30' }, ['release gate', 'nightly backup']],
    ['not used for 90 days', { used: 'over-90' }, ['nightly backup']],
    ['ends within 30 days', { expires: 'within-30' }, ['a month', 'release gate']],
    ['never ends', { expires: 'never', access: 'full' }, ['release notes', 'nightly backup']],
    ['several at once', { expires: 'within-30', status: 'active', q: 'month' }, ['a month']],
    ['an owner of no such id', { owner: "x' OR 1=1" }, []],
  ];
  for (const [what, parameters, expected] of cases) {
    it(`to ${what}`, async () => expect(await found(parameters)).toEqual(expected));
  }

  it('to an owner, and to the last four characters', async () => {
    expect(await found({ owner: brice.person.id })).toEqual(['release notes']);
    expect(await found({ q: secrets[0]?.slice(-4) ?? '' })).toContain('nightly backup');
  });
});

describe('the address sorts', () => {
  const cases: [string, string[]][] = [
    ['used', ['release gate', 'nightly backup', 'a month']],
    ['unused', ['a month', 'last year', '100x done']],
    ['ending', ['last year', 'release gate', 'a month']],
    ['lasting', ['100x done', '100%_done', 'release notes']],
    ['oldest', ['nightly backup', 'release notes', 'release gate']],
  ];
  for (const [sort, first] of cases) {
    it(`by ${sort}`, async () => expect((await found({ sort })).slice(0, 3)).toEqual(first));
  }
});

test('however it is sorted and narrowed, the list is read part by part without gap or double', async () => {
  await manyTokensFixture(admin, 250);
  for (const parameters of [
    {},
    { sort: 'oldest' },
    { sort: 'used' },
    { sort: 'unused' },
    { sort: 'ending' },
    { sort: 'lasting' },
    { status: 'active', sort: 'unused' },
  ]) {
    const filter = readAllTokensFilter(parameters);
    const seen: string[] = [];
    let next: string | null = null;
    let count: number;
    do {
      const view: Awaited<ReturnType<typeof listAllTokens>> = await listAllTokens(
        admin.call(),
        filter,
        parseCursor(next ?? undefined),
      );
      seen.push(...view.rows.map((row) => row.id));
      count = view.found;
      next = view.next;
    } while (next !== null);
    expect(seen.length, JSON.stringify(parameters)).toBe(count);
    expect(new Set(seen).size).toBe(count);
    expect(count).toBeGreaterThan(250);
  }
});
