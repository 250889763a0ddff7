import { expect, test } from 'vitest';
import { foundSentence, totalSentence } from './all-tokens-words';

test('the page says how many tokens there are, of how many people, and how many match', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: `${at}` }));
  expect(totalSentence({ total: 0, owners: [] })).toBe('No token is signed out.');
  expect(totalSentence({ total: 1, owners: people(1) })).toBe(
    'One token is signed out in the name of one person.',
  );
  expect(totalSentence({ total: 1_204, owners: people(4) })).toBe(
    '1,204 tokens are signed out in the names of four people.',
  );
  expect(foundSentence({ found: 0, total: 3 })).toBe('None of them is like that.');
  expect(foundSentence({ found: 1, total: 3 })).toBe('One of them is like that.');
  expect(foundSentence({ found: 2, total: 3 })).toBe('Two of them are like that.');
  expect(foundSentence({ found: 3, total: 3 })).toBe('All of them are like that.');
});
