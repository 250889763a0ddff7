import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { createPersonFixture, systemCall } from '@/tests/support/desk';
import { manyTokensFixture } from '@/tests/support/tokens';
import { removePerson } from './remove-person';

test('REL-11 while a person with thousands of tokens is removed, others are answered; each token is in the log', async () => {
  await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  const big = await createPersonFixture({ name: 'Big', roles: [{ role: 'member', context: 'global' }] });
  const { person } = big;
  await manyTokensFixture(big, 3_000);
  let isOver = false;
  const removing = removePerson(systemCall(), { personId: person.id }).finally(() => {
    isOver = true;
  });
  let turns = 0;
  while (!isOver) {
    await setImmediate();
    turns += 1;
  }
  expect(await removing).toEqual({ removedTokens: 3_000 });
  expect(turns).toBeGreaterThanOrEqual(5);
  const removals = await findEvents({ ownerId: person.id, actions: ['token.removed'] }, 5_000, 'oldest');
  expect(removals).toHaveLength(3_000);
  expect(new Set(removals.map(({ subjectId }) => subjectId)).size).toBe(3_000);
});
