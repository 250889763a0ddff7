import { expect, test } from 'vitest';
import type { PersonRow } from '@/lib/domain/person';
import { countPeople, everyone, filterPeople } from './people-filter';
import { roleChanges, roleProblems, sortRoles } from './role-words';
import { withChanged } from './with-changed';

const person = (name: string, more: Partial<PersonRow> = {}): PersonRow => ({
  id: name,
  version: 1,
  email: `${name.toLowerCase()}@example.org`,
  name,
  status: 'active',
  roles: [],
  createdAt: '2026-11-22T12:00:00.000Z',
  lastSignInAt: '2026-11-22T12:00:00.000Z',
  tokenCount: 0,
  ...more,
});
const developer = { role: 'developer', context: 'project:shop' };
const administrator = { role: 'administrator', context: 'global' };
const roles = ['administrator', 'member', 'developer'].map((key) => ({
  key,
  name: key,
  summary: '',
  patterns: [],
}));

test('every word typed must stand somewhere in the line, and the clause must hold', () => {
  const people = [
    person('Ada', { roles: [developer] }),
    person('Brice', { status: 'blocked', roles: [developer] }),
  ];
  expect(filterPeople(people, { text: 'SHOP ada', kind: 'any' })).toEqual([people[0]]);
  expect(filterPeople(people, { text: 'shop', kind: 'blocked' })).toEqual([people[1]]);
  expect(filterPeople(people, everyone)).toHaveLength(2);
});

test('only an administrator in global administers the desk', () => {
  const people = [
    person('Ada', { roles: [administrator] }),
    person('Brice', { roles: [{ ...administrator, context: 'project:shop' }], lastSignInAt: null }),
  ];
  expect(countPeople(people)).toEqual({ any: 2, administrators: 1, blocked: 0, unseen: 1, roleless: 0 });
});

test('what changed here stands until the server knows it, and never over something newer', () => {
  const rows = [person('Ada', { version: 3 }), person('Chidi')];
  const older = person('Ada', { version: 2, name: 'Ada of before' });
  const newer = person('Chidi', { version: 2, status: 'blocked' });
  expect(
    withChanged(rows, [older, newer, person('Brice')]).map(({ name, status }) => `${name} ${status}`),
  ).toEqual(['Ada active', 'Brice active', 'Chidi blocked']);
});

test('roles are compared by role and context, put in one order, and refused when they stand twice', () => {
  expect(roleChanges([administrator], [developer])).toEqual({
    added: [developer],
    removed: [administrator],
    kept: [],
  });
  expect(sortRoles([developer, { role: 'member', context: 'global' }, administrator], roles)).toEqual([
    administrator,
    { role: 'member', context: 'global' },
    developer,
  ]);
  expect([...roleProblems([developer, administrator, developer]).keys()]).toEqual([2]);
});
