import { noLimits } from '@/lib/domain/token-limits';
import { beforeAll, expect, test } from 'vitest';
import type { Call } from '@/lib/domain/call';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { createUser } from './create-user';
import { editPerson } from './edit-person';
import { setPassword } from './set-password';

const password = 'four brown otters asleep';
let root: PersonFixture;
let other: PersonFixture;
let member: PersonFixture;
let count = 0;

beforeAll(async () => {
  const administrator = [{ role: 'administrator', context: 'global' }] as const;
  root = await createPersonFixture({ name: 'Root', roles: administrator });
  other = await createPersonFixture({ name: 'Other', roles: administrator });
  member = await createPersonFixture({ name: 'Member', roles: [{ role: 'member', context: 'global' }] });
});

/** A token of full access of an administrator, as the doors make its call. */
function byToken(expiresAt: Date | null): Call {
  const { id: personId } = root.person;
  const power = { kind: 'full' } as const;
  const actor = { kind: 'token', tokenId: 'A'.repeat(22), personId, name: 'a token', power } as const;
  return systemCall({ via: 'header', actor: { ...actor, limits: noLimits, expiresAt } });
}
const soon = () => byToken(new Date(Date.now() + 3_600_000));
const newUser = (isAdministrator: boolean) => {
  count += 1;
  return {
    name: 'New',
    email: `new.${count}@example.org`,
    password,
    isAdministrator,
    state: 'active',
  } as const;
};

const takeOvers: Record<string, (call: Call) => Promise<unknown>> = {
  'create an administrator': (call) => createUser(call, newUser(true)),
  'make someone an administrator': (call) =>
    editPerson(call, { personId: member.person.id, isAdministrator: true }),
  'set the password of an administrator': (call) =>
    setPassword(call, { personId: other.person.id, password }),
  'change the email of an administrator': (call) =>
    editPerson(call, { personId: other.person.id, email: 'mine@example.org' }),
};

test.each(Object.keys(takeOvers))(
  'AZ-4 a token that ends does not %s, which would outlive it; one without end does',
  async (name) => {
    await expect(takeOvers[name]?.(soon())).rejects.toMatchObject({ code: 'permission_denied' });
    await takeOvers[name]?.(byToken(null));
  },
);

test('a token that ends looks after people who administer nothing', async () => {
  const { id } = await createUser(soon(), newUser(false));
  await setPassword(soon(), { personId: id, password: 'seven green herons awake' });
  await editPerson(soon(), { personId: id, email: `renamed.${count}@example.org` });
});
