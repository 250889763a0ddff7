import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withPinned } from './with-pinned';

it('draws what is in view and the line of the cursor, once and in order', () => {
  expect(withPinned({ startIndex: 10, endIndex: 12, overscan: 1, count: 100 }, 2)).toEqual([
    2, 9, 10, 11, 12, 13,
  ]);
  expect(withPinned({ startIndex: 10, endIndex: 12, overscan: 1, count: 100 }, 11)).toEqual([
    9, 10, 11, 12, 13,
  ]);
  expect(withPinned({ startIndex: 0, endIndex: 1, overscan: 1, count: 3 }, 7)).toEqual([0, 1, 2]);
  fc.assert(
    fc.property(fc.nat(200), fc.nat(20), fc.integer({ min: -1, max: 220 }), (startIndex, height, pinned) => {
      const count = startIndex + height + 1;
      const indexes = withPinned({ startIndex, endIndex: startIndex + height, overscan: 2, count }, pinned);
      expect(indexes).toEqual([...new Set(indexes)].sort((left, right) => left - right));
      expect(indexes.includes(pinned)).toBe(pinned >= 0 && pinned < count);
    }),
  );
});
