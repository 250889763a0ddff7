import { expect, test } from 'vitest';
import { exportNote, foundSentence, tokensSentence } from './log-words';

test('the log says how many lines match, and when it stopped counting', () => {
  expect(foundSentence({ found: 0, isMore: false })).toBe('No line is like that.');
  expect(foundSentence({ found: 1, isMore: false })).toBe('One line is like that.');
  expect(foundSentence({ found: 1_204, isMore: false })).toBe('1,204 lines are like that.');
  expect(foundSentence({ found: 100_000, isMore: true })).toBe('More than 100,000 lines are like that.');
  expect(exportNote({ isMore: true })).toBe('The export holds the newest 100,000 lines');
  expect(exportNote({ isMore: false })).toBe('');
});

const tokens: [number, number, boolean, string][] = [
  [0, 0, false, 'No token is called so.'],
  [1, 0, false, 'One token is called so.'],
  [1, 1, false, 'One token is called so, and it is removed.'],
  [2, 2, false, 'Two tokens are called so, both of them removed.'],
  [3, 2, false, 'Three tokens are called so, two of them removed.'],
  [3, 3, false, 'Three tokens are called so, all of them removed.'],
  [25, 4, true, 'More than 25 tokens are called so; these are the lines of the newest 25.'],
];
for (const [found, removed, isCut, sentence] of tokens) {
  test(`of tokens by name: ${sentence}`, () => {
    expect(tokensSentence({ found, removed, isCut })).toBe(sentence);
  });
}
