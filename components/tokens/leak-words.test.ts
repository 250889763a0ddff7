import { expect, test } from 'vitest';
import { leakAdvice, leakSentence } from './leak-words';

const at = '2026-11-22T12:31:07.123Z';

test('a leak is told with the name of then and the minute in UTC', () => {
  expect(leakSentence({ seq: 7, kind: 'token', description: 'deploy script', at })).toBe(
    'The token ‘deploy script’ was reported as leaked and ended on 22-11-2026 12:31 UTC.',
  );
  expect(leakSentence({ seq: 8, kind: 'access-token', description: 'deploy script', at })).toMatch(
    /^An access token of ‘deploy script’ was reported/,
  );
  expect(leakSentence({ seq: 9, kind: 'session', description: '', at })).toMatch(/^A session of an API/);
  expect([leakAdvice(1), leakAdvice(2)]).toEqual([
    'Find out where it was published.',
    'Find out where they were published.',
  ]);
});
