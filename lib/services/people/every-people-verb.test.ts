import { beforeAll, beforeEach, expect, test } from 'vitest';
import { reading, writing } from '@/lib/db/client';
import { latestEventSeq } from '@/lib/db/events';
import type { Call } from '@/lib/domain/call';
import { endSession } from '@/lib/services/sessions/end-session';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { approvePerson } from './approve-person';
import { blockPerson } from './block-person';
import { changePassword } from './change-password';
import { changeRoles } from './change-roles';
import { createPerson } from './create-person';
import { editPerson } from './edit-person';
import { listPeople } from './list-people';
import { removePerson } from './remove-person';
import { requireProof } from './require-proof';
import { setPassword } from './set-password';
import { unblockPerson } from './unblock-person';

const everywhere = (role: 'administrator' | 'member' | 'developer') => [{ role, context: 'global' }] as const;

let admin: PersonFixture;
let target: PersonFixture;
let stranger: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  admin = await createPersonFixture({ name: 'Root', roles: everywhere('administrator') });
  stranger = await createPersonFixture({ name: 'Stranger', roles: everywhere('developer') });
});
beforeEach(async () => {
  target = await createPersonFixture({ name: 'Target', roles: everywhere('member') });
});

const proofOf = (person: PersonFixture) => ({ password: person.password });

/** Everything that the verbs could have changed, as one text. */
async function state(): Promise<string> {
  const client = await reading();
  const tables = [
    await client.person.findMany(),
    await client.roleAssignment.findMany(),
    await client.session.findMany(),
    await client.token.findMany(),
  ];
  return JSON.stringify(tables);
}

type Verb = (call: Call, proof: { password: string } | undefined) => Promise<unknown>;
// A proof that is missing where the schema asks for one arrives as a malformed input would.
const given = (proof: { password: string } | undefined) => proof as { password: string };

const verbs: Record<string, Verb> = {
  createPerson: (call, proof) => {
    const fields = {
      name: 'New',
      email: 'new@example.org',
      password: 'seven grey herons at dusk',
      roles: [],
    };
    return createPerson(call, proof === undefined ? fields : { ...fields, proof });
  },
  changeRoles: (call, proof) => {
    const fields = { personId: target.person.id, version: target.person.version, roles: [] };
    return changeRoles(call, proof === undefined ? fields : { ...fields, proof });
  },
  blockPerson: (call, proof) => {
    const fields = { personId: target.person.id, version: target.person.version };
    return blockPerson(call, proof === undefined ? fields : { ...fields, proof });
  },
  unblockPerson: (call, proof) => {
    const fields = { personId: target.person.id, version: target.person.version };
    return unblockPerson(call, proof === undefined ? fields : { ...fields, proof });
  },
  approvePerson: (call, proof) => {
    const fields = { personId: target.person.id, version: target.person.version };
    return approvePerson(call, proof === undefined ? fields : { ...fields, proof });
  },
  editPerson: (call, proof) => {
    const fields = { personId: target.person.id, version: target.person.version, isAdministrator: true };
    return editPerson(call, proof === undefined ? fields : { ...fields, proof });
  },
  removePerson: (call, proof) => {
    const fields = { personId: target.person.id, version: target.person.version };
    return removePerson(call, proof === undefined ? fields : { ...fields, proof });
  },
  setPassword: (call, proof) => {
    const fields = { personId: target.person.id, password: 'seven grey herons at dusk' };
    return setPassword(call, proof === undefined ? fields : { ...fields, proof });
  },
  changePassword: (call, proof) =>
    changePassword(call, { password: 'seven grey herons at dusk', proof: given(proof) }),
  endSession: (call, proof) => endSession(call, { sessionId: admin.sessionId, proof: given(proof) }),
};

test.each(Object.keys(verbs))(
  'PWD-1 %s without a proof or with a wrong one is refused, and nothing changes',
  async (name) => {
    const verb = verbs[name];
    const before = await state();
    await expect(verb?.(admin.call(), undefined)).rejects.toMatchObject({
      code: expect.stringMatching(/^(wrong_proof|invalid_input)$/),
    });
    await expect(verb?.(admin.call(), { password: target.password })).rejects.toMatchObject({
      code: 'wrong_proof',
    });
    await expect(verb?.(admin.call(), { password: `${admin.password} ` })).rejects.toMatchObject({
      code: 'wrong_proof',
    });
    expect(await state()).toBe(before);
    await requireProof(admin.call(), proofOf(admin));
  },
);

const administrative = Object.keys(verbs).filter((name) => !['changePassword', 'endSession'].includes(name));
test.each(administrative)(
  'AZ-1 %s by someone who may not is refused, naming what is missing, and nothing changes',
  async (name) => {
    const before = await state();
    await expect(verbs[name]?.(stranger.call(), proofOf(stranger))).rejects.toMatchObject({
      code: 'permission_denied',
      details: {
        missing: [
          {
            permission: name === 'createProject' ? 'desk.projects.Manage' : 'desk.people.Manage',
            context: 'global',
          },
        ],
      },
    });
    await expect(listPeople(stranger.call())).rejects.toMatchObject({ code: 'permission_denied' });
    expect(await state()).toBe(before);
  },
);

test.each(['createPerson', 'changeRoles', 'blockPerson', 'changePassword', 'removePerson', 'editPerson'])(
  'AUD-1 when the event of %s cannot be written, nothing is changed',
  async (name) => {
    const before = await state();
    const seq = await latestEventSeq();
    const client = await writing();
    await client.$executeRawUnsafe(
      `CREATE TRIGGER break BEFORE INSERT ON "Event" BEGIN SELECT RAISE(ABORT, 'the log is full'); END`,
    );
    await expect(verbs[name]?.(admin.call(), proofOf(admin))).rejects.toThrow();
    await client.$executeRawUnsafe('DROP TRIGGER break');
    expect(await state()).toBe(before);
    expect(await latestEventSeq()).toBe(seq);
  },
);
