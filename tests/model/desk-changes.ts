import { blockPerson } from '@/lib/services/people/block-person';
import { changeRoles } from '@/lib/services/people/change-roles';
import { unblockPerson } from '@/lib/services/people/unblock-person';
import { editRole } from '@/lib/services/roles/edit-role';
import { listRoleRows } from '@/lib/services/roles/list-role-rows';
import { systemCall } from '../support/desk';
import { done, type Change } from './change';
import { clock } from './clock';
import type { Model } from './reference-model';
import type { World } from './world';

const hourMilliseconds = 3_600_000;

export const setBlocked = (isBlocked: boolean): Change => ({
  name: isBlocked ? 'block the owner' : 'unblock the owner',
  isPossible: (model) => model.isBlocked !== isBlocked,
  run: async (model, { owner }) => {
    const change = isBlocked ? blockPerson : unblockPerson;
    const { version } = await change(systemCall(), { personId: owner.person.id });
    owner.person.version = version;
    model.isBlocked = isBlocked;
  },
});

export const changeRights = (roles: Model['roles']): Change => ({
  name: `rights ${roles.map((each) => each.join('@')).join(' ')}`,
  isPossible: () => true,
  run: async (model, { owner, roleKeys }) => {
    const held = roles.map(([role, context]) => ({ role: roleKeys[role], context }));
    const { id: personId, version } = owner.person;
    const all = [{ role: 'member', context: 'global' }, ...held];
    owner.person.version = (await changeRoles(systemCall(), { personId, version, roles: all })).version;
    model.roles = roles;
  },
});

export const changeRole = (patterns: Model['operations']): Change => ({
  name: `the reader holds ${patterns.join(' ')}`,
  isPossible: () => true,
  run: async (model, { roleKeys }) => {
    const row = (await listRoleRows(systemCall())).find(({ key }) => key === roleKeys.reader);
    if (row === undefined) throw new Error('The role is gone.');
    const { key, name, summary, version } = row;
    if (
      (await done(editRole(systemCall(), { key, name, summary, version, patterns: [...patterns] }))) === null
    )
      return;
    model.holds = { ...model.holds, reader: patterns };
  },
});

export const reimport = (operations: Model['operations']): Change => ({
  name: `import ${operations.join(' ')}`,
  isPossible: () => true,
  run: async (model, world) => {
    await world.import(operations);
    model.operations = operations;
  },
});

export const later: Change = {
  name: 'an hour passes',
  isPossible: () => true,
  run: () => Promise.resolve(clock.pass(hourMilliseconds)),
};

export const restart: Change = {
  name: 'restart',
  isPossible: () => true,
  run: (_model, world) => world.restart(),
};

export const cutFeed = (isCut: boolean): Change => ({
  name: isCut ? 'cut the feed' : 'the feed is back',
  isPossible: () => true,
  run: (_model, world) => {
    world.isFeedCut = isCut;
    world.proxy.set(isCut ? 'cut' : 'open', 'feed');
    return Promise.resolve();
  },
});

/** Brings the desk to what a new model says, from what the last sequence left; null: from nothing. */
export async function putBack(model: Model, last: Model | null, world: World): Promise<void> {
  await cutFeed(false).run(model, world);
  if (last?.isBlocked === true) await setBlocked(false).run({ ...last }, world);
  await changeRights(model.roles).run(model, world);
  if (last === null) return;
  if (last.holds.reader.join() !== model.holds.reader.join())
    await changeRole(model.holds.reader).run(model, world);
  if (last.operations.join() !== model.operations.join()) await reimport(model.operations).run(model, world);
}
