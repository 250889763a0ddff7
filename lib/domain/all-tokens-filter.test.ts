import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNarrowing, parseCursor, printCursor, readAllTokensFilter } from './all-tokens-filter';

test('the address of All tokens is read leniently: what is no choice counts for nothing', () => {
  const none = { q: '', owner: '', status: '', access: '', used: '', expires: '', sort: '' };
  expect(readAllTokensFilter({})).toEqual(none);
  expect(readAllTokensFilter({ status: 'stolen', used: ['never', 'never'], sort: '__proto__' })).toEqual(
    none,
  );
  const given = readAllTokensFilter({ q: ' 50%_ ', status: 'narrowed', used: 'over-90', sort: 'unused' });
  expect(given).toMatchObject({ q: '50%_', status: 'narrowed', used: 'over-90', sort: 'unused' });
  expect(isNarrowing(given)).toBe(true);
  expect(isNarrowing({ ...readAllTokensFilter({}), sort: 'ending' })).toBe(false);
});

test('a cursor survives the address, and nothing else is one', () => {
  const cursors = fc.record({
    value: fc.option(fc.integer({ min: 0, max: 4_102_444_800_000 }), { nil: null }),
    number: fc.integer({ min: 1, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(cursors, (cursor) => {
      expect(parseCursor(printCursor(cursor))).toEqual(cursor);
    }),
  );
  for (const text of ['', '1', 'never.0', "1.1' OR 1=1", '1e5.2', undefined])
    expect(parseCursor(text)).toBeNull();
});
