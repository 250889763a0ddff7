import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { reading, writing } from '@/lib/db/client';
import { findEvents, latestEventSeq } from '@/lib/db/events';
import type { RoleRow } from '@/lib/domain/role-view';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { giveRole, roleFixture } from '@/tests/support/roles';
import { expectLogIsNeeded, expectProofIsAsked, proofOf, proven, type Verb } from '@/tests/support/verbs';
import { createRole } from './create-role';
import { editRole } from './edit-role';
import { listRoleRows } from './list-role-rows';
import { previewRoleChange } from './preview-role-change';
import { removeRole } from './remove-role';

let admin: PersonFixture;
let manager: PersonFixture;
let stranger: PersonFixture;
let role: RoleRow;

beforeAll(async () => {
  await createProjectFixture('shop');
  const developer = [{ role: 'developer', context: 'global' }] as const;
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  stranger = await createPersonFixture({ name: 'Stranger', roles: developer });
  // May manage roles, and holds little else everywhere: what they give away is bounded by it.
  manager = await createPersonFixture({ name: 'Manager', roles: [] });
  const { key } = await roleFixture('manager', ['desk.roles.Manage', 'environment.control.*']);
  const { version } = await giveRole(manager.person, key, 'global');
  await giveRole({ ...manager.person, version }, 'developer', 'project:shop', [
    { role: key, context: 'global' },
  ]);
});
beforeEach(async () => {
  role = await roleFixture('operator', ['environment.control.StartEnv', 'environment.control.StopEnv']);
});

const edited = (more: object = {}) => {
  const { key, version, name, summary, patterns } = role;
  return { key, version, name, summary, patterns: [...patterns], ...more };
};
const rowOf = async (key: string) => (await listRoleRows(admin.call())).find((each) => each.key === key);

const verbs: Record<string, Verb> = {
  createRole: (call, proof) =>
    createRole(call, proven({ key: 'fresh', name: 'Fresh', summary: 'New', patterns: ['shop.*'] }, proof)),
  editRole: (call, proof) => editRole(call, proven(edited({ name: 'Renamed' }), proof)),
  removeRole: (call, proof) => removeRole(call, proven({ key: role.key, version: role.version }, proof)),
};
const names = Object.keys(verbs);

async function state(): Promise<string> {
  const client = await reading();
  return JSON.stringify([await client.role.findMany(), await client.rolePattern.findMany()]);
}

test.each(names)('PWD-1 %s without a proof or with a wrong one is refused, nothing changes', (name) =>
  expectProofIsAsked(verbs[name], admin, stranger, state),
);

test.each(names)('AZ-1 %s by someone who may not is refused, naming what is missing', async (name) => {
  const before = await state();
  const missing = [{ permission: 'desk.roles.Manage', context: 'global' }];
  const refused = { code: 'permission_denied', details: { missing } };
  await expect(verbs[name]?.(stranger.call(), proofOf(stranger))).rejects.toMatchObject(refused);
  await expect(listRoleRows(stranger.call())).rejects.toMatchObject(refused);
  const { key } = role;
  await expect(previewRoleChange(stranger.call(), { key, patterns: ['*'] })).rejects.toMatchObject(refused);
  expect(await state()).toBe(before);
});

test.each(names)('AZ-7 %s by an administrator who was blocked is refused', async (name) => {
  const gone = await createPersonFixture({
    name: 'Gone',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  const client = await writing();
  await client.person.update({ where: { id: gone.person.id }, data: { blockedAt: new Date() } });
  await expect(verbs[name]?.(gone.call(), proofOf(gone))).rejects.toMatchObject({
    code: 'permission_denied',
  });
});

test.each(names)('AUD-1 when the event of %s cannot be written, nothing is changed', (name) =>
  expectLogIsNeeded(verbs[name], admin, state),
);

test('AUD-1 each change of a role leaves one event that says what it held and holds', async () => {
  const seq = await latestEventSeq();
  const fields = { key: 'nightly', name: 'Nightly', summary: 'At night' };
  const proof = proofOf(admin);
  await createRole(admin.call(), { ...fields, patterns: ['environment.file.*'], proof });
  const version = (await rowOf('nightly'))?.version ?? 0;
  await editRole(admin.call(), { ...fields, name: 'By night', version, patterns: ['environment.*'], proof });
  await removeRole(admin.call(), { key: 'nightly', version: version + 1, proof });
  const events = await findEvents({ after: seq }, 10, 'oldest');
  expect(events.map(({ action, subjectId, data }) => ({ action, subjectId, data }))).toEqual([
    {
      action: 'role.created',
      subjectId: 'nightly',
      data: { name: 'Nightly', summary: 'At night', before: [], after: ['environment.file.*'] },
    },
    {
      action: 'role.changed',
      subjectId: 'nightly',
      data: {
        name: 'By night',
        formerName: 'Nightly',
        summary: 'At night',
        before: ['environment.file.*'],
        after: ['environment.*'],
      },
    },
    {
      action: 'role.removed',
      subjectId: 'nightly',
      data: { name: 'By night', before: ['environment.*'], after: [] },
    },
  ]);
});

describe('AZ-4 nobody gives away more than they hold everywhere', () => {
  it('refuses a new role beyond it, naming what is missing', async () => {
    const wanted = ['environment.control.StopEnv', 'environment.file.*', 'users.*'];
    const input = { key: 'wide', name: 'Wide', summary: 'Wide', patterns: wanted, proof: proofOf(manager) };
    await expect(createRole(manager.call(), input)).rejects.toMatchObject({
      code: 'permission_denied',
      message: expect.stringContaining('environment.file.*, users.*'),
      details: {
        missing: [
          { permission: 'environment.file.*', context: 'global' },
          { permission: 'users.*', context: 'global' },
        ],
      },
    });
    expect(await rowOf('wide')).toBeUndefined();
  });

  it('refuses to widen a role beyond it, but not to narrow one that holds more', async () => {
    role = await roleFixture('wide', ['environment.file.*', 'marketplace.*']);
    const proof = proofOf(manager);
    const widened = edited({
      patterns: ['environment.file.*', 'marketplace.*', 'desk.people.Manage'],
      proof,
    });
    await expect(editRole(manager.call(), widened)).rejects.toMatchObject({ code: 'permission_denied' });
    const narrowed = ['environment.control.StopEnv', 'environment.file.GetList'];
    await editRole(manager.call(), edited({ patterns: narrowed, proof }));
    expect((await rowOf(role.key))?.patterns).toEqual(narrowed);
  });
});

describe('built-in roles and roles that are held', () => {
  it('a built-in role is neither edited nor removed, and the refusal says why', async () => {
    const viewer = (await rowOf('viewer')) ?? role;
    const { key, version, name, summary } = viewer;
    const proof = proofOf(admin);
    const refused = {
      code: 'wrong_state',
      details: { state: 'built_in' },
      message: expect.stringContaining('is built in'),
    };
    const change = { key, version, name, summary, patterns: ['*'], proof };
    await expect(editRole(admin.call(), change)).rejects.toMatchObject(refused);
    await expect(removeRole(admin.call(), { key, version, proof })).rejects.toMatchObject(refused);
    expect(await rowOf('viewer')).toEqual(viewer);
  });

  it('a role that someone holds is not removed; once nobody does, it is', async () => {
    const { key, version } = role;
    const holder = await createPersonFixture({ name: 'Holder', roles: [] });
    const given = await giveRole(holder.person, key, 'project:shop');
    const remove = () => removeRole(admin.call(), { key, version, proof: proofOf(admin) });
    await expect(remove()).rejects.toMatchObject({
      code: 'wrong_state',
      message: `One person holds ${role.name}: take it from them first.`,
      details: { state: 'held' },
    });
    await giveRole(given, 'viewer', 'project:shop');
    expect(await remove()).toEqual({ removedKey: key });
    expect(await rowOf(key)).toBeUndefined();
  });
});

test('AZ-5 input that no form sends is refused whole', async () => {
  const proof = proofOf(admin);
  const fields = { key: 'odd', name: 'Odd', summary: 'x', patterns: ['*'], proof };
  for (const wrong of [
    { patterns: [] },
    { patterns: ['environment'] },
    { patterns: ['*', '*'] },
    { key: 'Odd' },
    { name: 'a\u202eb' },
    { isBuiltIn: true },
    { version: 1 },
  ])
    await expect(createRole(admin.call(), { ...fields, ...wrong })).rejects.toMatchObject({
      code: 'invalid_input',
    });
});

test('a pattern that matches nothing now is kept, and told apart', async () => {
  const row = await roleFixture('billing', ['billing.invoice.*', 'environment.control.StopEnv']);
  expect(row).toMatchObject({ operationCount: 1, unmatched: ['billing.invoice.*'], holderCount: 0 });
});
