import { beforeAll, beforeEach, expect, test } from 'vitest';
import { reading, writing } from '@/lib/db/client';
import { findEvents } from '@/lib/db/events';
import type { PersonRow } from '@/lib/domain/person';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { blockPerson } from './block-person';
import { changeRoles } from './change-roles';
import { createPerson } from './create-person';
import { listPeople } from './list-people';
import { unblockPerson } from './unblock-person';

const everywhere = (role: 'administrator' | 'member') => [{ role, context: 'global' }] as const;

let admin: PersonFixture;
let target: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  admin = await createPersonFixture({ name: 'Root', roles: everywhere('administrator') });
});
beforeEach(async () => {
  target = await createPersonFixture({ name: 'Target', roles: everywhere('member') });
});

const proofOf = (person: PersonFixture) => ({ password: person.password });
const rowOf = async (person: PersonFixture): Promise<PersonRow> => {
  const rows = await listPeople(systemCall());
  const row = rows.find((each) => each.id === person.person.id);
  if (row === undefined) throw new Error('no such person');
  return row;
};

test('an administrator creates a person; the event says who made whom with which roles, and no password', async () => {
  const roles = [
    { role: 'member', context: 'global' },
    { role: 'developer', context: 'project:shop' },
  ];
  const password = 'seven grey herons at dusk';
  const row = await createPerson(admin.call(), {
    name: ' Ze\u0301 ',
    email: ' ZE@Example.ORG ',
    password,
    roles,
    proof: proofOf(admin),
  });
  expect(row).toMatchObject({
    name: 'Zé',
    email: 'ze@example.org',
    status: 'active',
    version: 1,
    tokenCount: 0,
  });
  expect(row.roles).toEqual(expect.arrayContaining(roles));
  const [event] = await findEvents({ subjectIds: [row.id] }, 1, 'newest');
  expect(event).toMatchObject({
    action: 'person.created',
    actor: { kind: 'person', personId: admin.person.id },
    data: { email: 'ze@example.org', roles },
  });
  expect(JSON.stringify(event)).not.toContain(password);
  await expect(
    createPerson(admin.call(), {
      name: 'Z',
      email: 'ze@example.org',
      password,
      roles: [],
      proof: proofOf(admin),
    }),
  ).rejects.toMatchObject({ code: 'conflict', details: { issues: [{ path: 'email' }] } });
});

test.each([
  ['a short password', { password: 'too short' }, 'password'],
  ['a password that is tried first', { password: 'tokendesk-password-2026' }, 'password'],
  ['no email', { email: 'nobody' }, 'email'],
  ['a name with a bidi control', { name: 'Ada\u202eadA' }, 'name'],
  ['an unknown role', { roles: [{ role: 'emperor', context: 'global' }] }, 'roles.0.role'],
  ['an unknown project', { roles: [{ role: 'member', context: 'project:nowhere' }] }, 'roles.0.context'],
  ['an unknown field', { isAdministrator: true }, ''],
])('a new person with %s is refused at the field', async (_, wrong, path) => {
  const right = { name: 'Ada', email: 'ada@example.org', password: 'seven grey herons at dusk', roles: [] };
  const before = await listPeople(systemCall());
  await expect(
    createPerson(admin.call(), { ...right, ...wrong, proof: proofOf(admin) }),
  ).rejects.toMatchObject({
    code: 'invalid_input',
    details: { issues: [expect.objectContaining({ path })] },
  });
  expect(await listPeople(systemCall())).toEqual(before);
});

test('roles change as a whole; the event names what came and what went', async () => {
  const roles = [{ role: 'developer', context: 'project:shop' }];
  const { id: personId, version } = target.person;
  const row = await changeRoles(admin.call(), { personId, version, roles, proof: proofOf(admin) });
  expect(row).toMatchObject({ roles, version: version + 1 });
  const [event] = await findEvents({ subjectIds: [personId] }, 1, 'newest');
  expect(event).toMatchObject({
    action: 'person.roles-changed',
    data: { added: roles, removed: everywhere('member'), before: everywhere('member'), after: roles },
  });
  await expect(
    changeRoles(admin.call(), { personId, version, roles: [], proof: proofOf(admin) }),
  ).rejects.toMatchObject({ code: 'stale_version', details: { currentVersion: version + 1 } });
});

test('of two administrators who change one person at once, one wins and the other is told', async () => {
  const other = await createPersonFixture({ name: 'Second', roles: everywhere('administrator') });
  const { id: personId, version } = target.person;
  const answers = await Promise.allSettled([
    changeRoles(admin.call(), { personId, version, roles: [], proof: proofOf(admin) }),
    blockPerson(other.call(), { personId, version, proof: proofOf(other) }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(answers.find((answer) => answer.status === 'rejected')?.reason).toMatchObject({
    code: 'stale_version',
  });
  await changeRoles(admin.call(), {
    personId: other.person.id,
    version: other.person.version,
    roles: [],
    proof: proofOf(admin),
  });
});

test('the last administrator can neither lose that role nor be blocked', async () => {
  const { id: personId } = admin.person;
  const { version } = await rowOf(admin);
  const proof = proofOf(admin);
  const isLast = { code: 'wrong_state', details: { state: 'last_administrator' } };
  await expect(changeRoles(admin.call(), { personId, version, roles: [], proof })).rejects.toMatchObject(
    isLast,
  );
  await expect(
    changeRoles(admin.call(), {
      personId,
      version,
      roles: [{ role: 'administrator', context: 'project:shop' }],
      proof,
    }),
  ).rejects.toMatchObject(isLast);
  await expect(blockPerson(admin.call(), { personId, version, proof })).rejects.toMatchObject(isLast);
  expect((await rowOf(admin)).version).toBe(version);
});

test('whoever may manage people but is no administrator cannot make one', async () => {
  const client = await writing();
  await client.role.create({
    data: {
      id: 'steward-role-00000000aa',
      key: 'steward',
      name: 'Steward',
      summary: 'Manages people.',
      patterns: { create: [{ pattern: 'desk.people.Manage' }] },
    },
  });
  const { id: stewardId, version: stewardVersion } = target.person;
  const roles = [
    { role: 'steward', context: 'global' },
    { role: 'member', context: 'global' },
  ];
  await changeRoles(admin.call(), {
    personId: stewardId,
    version: stewardVersion,
    roles,
    proof: proofOf(admin),
  });
  const pupil = await createPersonFixture({ name: 'Pupil', roles: [] });
  const give = (role: string) =>
    changeRoles(target.call(), {
      personId: pupil.person.id,
      version: pupil.person.version,
      roles: [{ role, context: 'global' }],
      proof: proofOf(target),
    });
  await expect(give('administrator')).rejects.toMatchObject({ code: 'permission_denied' });
  await expect(give('project-admin')).rejects.toMatchObject({ code: 'permission_denied' });
  await expect(give('member')).resolves.toMatchObject({ version: pupil.person.version + 1 });
});

test('a blocked person comes back as they were, but for their sessions', async () => {
  const { id: personId, version } = target.person;
  const proof = proofOf(admin);
  const blocked = await blockPerson(admin.call(), { personId, version, proof });
  expect(blocked).toMatchObject({ status: 'blocked', version: version + 1 });
  await expect(
    blockPerson(admin.call(), { personId, version: blocked.version, proof }),
  ).rejects.toMatchObject({
    code: 'wrong_state',
  });
  const back = await unblockPerson(admin.call(), { personId, version: blocked.version, proof });
  expect(back).toMatchObject({ status: 'active', roles: everywhere('member') });
  const client = await reading();
  expect(await client.session.count({ where: { personId, endedAt: null } })).toBe(0);
});
