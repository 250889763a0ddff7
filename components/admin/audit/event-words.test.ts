import { expect, test } from 'vitest';
import { eventActions } from '@/lib/domain/event';
import { actionsOf } from '@/lib/domain/event-groups';
import { actionChoices } from './action-choices';
import { eventNote, eventWords } from './event-words';

test('every action can be chosen, and every choice means actions that exist', () => {
  for (const action of eventActions) expect(actionsOf(action)).toEqual([action]);
  for (const { value } of actionChoices.slice(1)) expect(actionsOf(value)?.length).toBeGreaterThan(0);
  expect(actionsOf('')).toBeNull();
  expect(actionsOf('token.stolen')).toBeNull();
});

test('an event is told with its object; who signs in is not told twice', () => {
  expect(eventWords({ action: 'token.removed', subject: 'nightly backup' })).toEqual({
    did: 'Removed the token',
    object: 'nightly backup',
  });
  expect(eventWords({ action: 'person.signed-in', subject: 'a session of Ada' }).object).toBeNull();
  expect(eventWords({ action: 'moon.landed', subject: 'Eagle' })).toEqual({
    did: 'moon.landed',
    object: 'Eagle',
  });
});

test('a change of roles says what came and went', () => {
  const data = {
    name: 'Ada',
    added: [{ role: 'developer', context: 'project:shop' }],
    removed: [{ role: 'member', context: 'global' }],
    before: [],
    after: [],
  };
  expect(eventNote({ action: 'person.roles-changed', data })).toBe(
    '+ developer in project:shop, − member in global',
  );
  expect(eventNote({ action: 'person.blocked', data: { name: 'Ada', endedSessions: 2 } })).toBe(
    'ended sessions: 2',
  );
});
