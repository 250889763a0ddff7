import { beforeAll, describe, expect, it, test } from 'vitest';
import { writing } from '@/lib/db/client';
import { decide } from '@/lib/domain/decide';
import type { RoleHeld } from '@/lib/domain/person';
import type { RoleRow } from '@/lib/domain/role-view';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { giveRole, roleFixture } from '@/tests/support/roles';
import { limitedTo, manyTokensFixture, tokenFixture } from '@/tests/support/tokens';
import { editRole } from './edit-role';
import { listRoleRows } from './list-role-rows';
import { previewRoleChange } from './preview-role-change';

const start = 'environment.control.StartEnv';
const stop = 'environment.control.StopEnv';
const list = 'environment.file.GetList';

beforeAll(async () => {
  await createProjectFixture('shop');
  await createProjectFixture('docs');
  // Roles change hands only where someone administers the desk.
  await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
});

const holder = async (
  name: string,
  role: RoleRow,
  context: string,
  ...others: RoleHeld[]
): Promise<PersonFixture> => {
  const fixture = await createPersonFixture({ name, roles: [] });
  return { ...fixture, person: await giveRole(fixture.person, role.key, context, others) };
};
const preview = ({ key }: RoleRow, ...patterns: string[]) =>
  previewRoleChange(systemCall(), { key, patterns });
const edit = ({ key, version, name, summary }: RoleRow, ...patterns: string[]) =>
  editRole(systemCall(), { key, version, name, summary, patterns });

describe('what a change of a role would reach', () => {
  it('names people with contexts, and tokens with what each loses and gains', async () => {
    const role = await roleFixture('operator', [start, stop]);
    const ada = await holder('Ada', role, 'project:shop');
    const both: RoleHeld = { role: role.key, context: 'project:docs' };
    const brice = await holder('Brice', role, 'project:shop', both);
    const inShop = await tokenFixture(ada, {
      description: 'stopper',
      access: limitedTo('project:shop', stop),
    });
    const starter = await tokenFixture(ada, { access: limitedTo('project:shop', start) });
    const full = await tokenFixture(brice, { description: 'everything' });
    const global = await tokenFixture(brice, {
      description: 'both',
      access: {
        kind: 'limited',
        entries: [
          { context: 'project:shop', permissions: [stop] },
          { context: 'project:docs', permissions: [stop] },
        ],
      },
    });
    const seen = await preview(role, start, list);
    expect(seen.version).toBe(role.version);
    expect(seen.holders).toEqual({
      total: 2,
      shown: [
        expect.objectContaining({ name: 'Ada', isBlocked: false, contexts: ['project:shop'] }),
        expect.objectContaining({ name: 'Brice', contexts: ['project:docs', 'project:shop'] }),
      ],
    });
    expect(seen.changed.shown.map(({ id, lost, gained }) => ({ id, lost, gained }))).toEqual([
      {
        id: global.token.id,
        lost: [
          { permission: stop, context: 'project:docs' },
          { permission: stop, context: 'project:shop' },
        ],
        gained: [],
      },
      { id: inShop.token.id, lost: [{ permission: stop, context: 'project:shop' }], gained: [] },
    ]);
    expect(seen.changed.shown[1]).toMatchObject({ description: 'stopper', ownerName: 'Ada', lostCount: 1 });
    expect(seen.following).toEqual({
      total: 1,
      shown: [expect.objectContaining({ id: full.token.id, ownerName: 'Brice' })],
    });
    expect({ ...seen, version: 0 }).toMatchObject({ narrowed: 2, widened: 0, unchanged: 1 });
    expect(JSON.stringify(seen)).not.toContain(starter.token.id);
    expect(JSON.stringify(seen)).not.toContain(inShop.secret.slice(11, 40));
  });

  it('a permission that was withdrawn is gained again', async () => {
    const role = await roleFixture('operator', [stop]);
    const owner = await holder('Chidi', role, 'global');
    await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    await edit(role, start);
    expect(await preview(role, stop)).toMatchObject({
      changed: {
        total: 1,
        shown: [{ gained: [{ permission: stop, context: 'project:shop' }], lostCount: 0 }],
      },
      narrowed: 0,
      widened: 1,
    });
  });

  it('what another role of the same person gives is not lost, and the same patterns change nothing', async () => {
    const role = await roleFixture('operator', [stop]);
    const owner = await holder('Dina', role, 'global', { role: 'developer', context: 'project:shop' });
    await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    expect(await preview(role, start)).toMatchObject({ changed: { total: 0 }, narrowed: 0, unchanged: 1 });
    expect(await preview(role, stop)).toMatchObject({ changed: { total: 0 }, unchanged: 1 });
  });

  it('a blocked person is named, their tokens, the expired and the removed are not', async () => {
    const role = await roleFixture('operator', [stop]);
    const [blocked, other] = [await holder('Ede', role, 'global'), await holder('Fritz', role, 'global')];
    await tokenFixture(blocked, { access: limitedTo('global', stop) });
    const [expired, removed] = [await tokenFixture(other), await tokenFixture(other)];
    const client = await writing();
    const past = new Date(Date.now() - 1_000);
    await client.person.update({ where: { id: blocked.person.id }, data: { blockedAt: past } });
    await client.token.update({ where: { id: expired.token.id }, data: { expiresAt: past } });
    await client.token.update({ where: { id: removed.token.id }, data: { removedAt: past } });
    const seen = await preview(role, start);
    expect(seen.holders.shown.map(({ name, isBlocked }) => ({ name, isBlocked }))).toEqual([
      { name: 'Ede', isBlocked: true },
      { name: 'Fritz', isBlocked: false },
    ]);
    expect(seen).toMatchObject({ changed: { total: 0 }, following: { total: 0 }, unchanged: 0 });
    const row = (await listRoleRows(systemCall())).find(({ key }) => key === role.key);
    expect(row).toMatchObject({ holderCount: 2, tokenCount: 0 });
  });

  it('totals are exact where the lists are cut', async () => {
    const role = await roleFixture('operator', [stop]);
    const owner = await holder('Gerda', role, 'global');
    await manyTokensFixture(owner, 70);
    const seen = await preview(role, start);
    expect(seen.following.total).toBe(70);
    expect(seen.following.shown).toHaveLength(50);
    const row = (await listRoleRows(systemCall())).find(({ key }) => key === role.key);
    expect(row).toMatchObject({ holderCount: 1, tokenCount: 70 });
  });

  it('a role that is not there is not found', async () => {
    const call = systemCall();
    await expect(previewRoleChange(call, { key: 'nobody', patterns: ['*'] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

/** What the judge says of stopping in the shop, with the secret as it is now. */
async function mayStop(secret: string): Promise<string> {
  const verification = await verifyToken(secret, new Date());
  if (verification.outcome !== 'valid') return verification.outcome;
  const { power, ownerRights } = verification.token;
  const question = { power, ownerRights, permission: stop, context: 'project:shop' };
  const decision = decide({ ...question, catalog: currentCatalog() });
  return decision.isAllowed ? 'allowed' : decision.reason;
}

test('law 1: what the preview says happens at the very next verification, and back', async () => {
  const role = await roleFixture('operator', [start, stop]);
  const owner = await holder('Hanna', role, 'project:shop');
  const limited = await tokenFixture(owner, { access: limitedTo('project:shop', start, stop) });
  const full = await tokenFixture(owner);
  const now = async () => [await mayStop(limited.secret), await mayStop(full.secret)];
  expect(await now()).toEqual(['allowed', 'allowed']);
  expect(await preview(role, start)).toMatchObject({ narrowed: 1, following: { total: 1 } });
  await edit(role, start);
  expect(await now()).toEqual(['owner_lacks', 'owner_lacks']);
  await edit({ ...role, version: role.version + 1 }, 'environment.control.*');
  expect(await now()).toEqual(['allowed', 'allowed']);
});
