import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripSession } from './strip-session';

test.each([
  ['/a', '/a'],
  ['/a?session=x', '/a'],
  ['/a?session', '/a'],
  ['/a?b=1&session=x&c=2', '/a?b=1&c=2'],
  ['/a?%73ession=x&b=1', '/a?b=1'],
  ['/a?s%65ssion=x&session=y', '/a'],
  ['/a?sessions=x', '/a?sessions=x'],
  ['/a?b=%E0%A4%A&session=x', '/a?b=%E0%A4%A'],
])('API-3 %s goes on as %s', (given, expected) => {
  expect(stripSession(given)).toBe(expected);
});

test('API-3 no address goes on with a session that a server could read, and no other parameter is lost', () => {
  const name = fc.oneof(fc.constantFrom('session', 'a', 'session2', 'Session'), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
      const stripped = stripSession(`/x?${new URLSearchParams(pairs).toString()}`);
      const kept = [...new URLSearchParams(stripped.split('?')[1] ?? '')];
      expect(kept).toEqual(
        pairs
          .filter(([key]) => key.trim() !== 'session')
          .filter(
            ([key, value]) => key !== '' || value !== '' || kept.some(([k, v]) => k === key && v === value),
          ),
      );
    }),
  );
});
