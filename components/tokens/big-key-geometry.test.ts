import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigKey, cutBigKey } from './big-key-geometry';

const names = [
  'environment.control',
  'environment.deployment',
  'environment.file',
  'environment.export',
  'environment.tracking',
  'marketplace.app',
  'marketplace.jps',
  'users.account',
];
const sizes = [13, 6, 6, 4, 3, 4, 4, 2];

describe('the big key', () => {
  it('stands where the drawing has it, with a gap between services', () => {
    const { width, teeth } = cutBigKey([6, 3, 0, 0, 3], sizes, names);
    expect(width).toBe(270);
    expect(teeth.map((tooth) => tooth.x)).toEqual([46, 72.8, 99.6, 126.4, 153.2, 185, 211.8, 243.6]);
    expect(teeth[0]).toMatchObject({ label: 'control', width: 22.8, cutHeight: 38.77 });
    expect(teeth[0]?.notches).toHaveLength(12);
    expect(teeth[4]?.cutHeight).toBe(bigKey.toothHeight);
  });

  it('cuts one step per operation', () => {
    const heights = Array.from(
      { length: 7 },
      (_, granted) => cutBigKey([0, granted], sizes, names).teeth[1]?.cutHeight,
    );
    expect(heights).toEqual([0, 14, 28, 42, 56, 70, 84]);
  });

  it('shows a component of hundreds of operations as one bar', () => {
    expect(cutBigKey([100], [300], ['a.b']).teeth[0]).toMatchObject({ cutHeight: 28, notches: [] });
  });

  it('keeps teeth apart and inside its width, for any catalog', () => {
    const component = fc.stringMatching(/^[a-c]\.[a-z]{1,4}$/);
    fc.assert(
      fc.property(fc.array(component, { minLength: 1, maxLength: 60 }), (list) => {
        const { width, teeth } = cutBigKey(
          [],
          list.map(() => 3),
          list,
        );
        teeth.forEach((tooth, index) => {
          expect(tooth.x + tooth.width).toBeLessThan(teeth[index + 1]?.x ?? width);
        });
      }),
    );
  });
});
