import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutKey, glyph, toothDepth, toothGroups } from './key-geometry';

const eight = {
  names: ['a.one', 'a.two', 'a.three', 'a.four', 'a.five', 'b.six', 'b.seven', 'c.eight'],
  sizes: [13, 6, 6, 4, 3, 4, 4, 2],
};

describe('the depth of a tooth', () => {
  it('is nothing without a grant, and all of the blade with every grant', () => {
    expect(toothDepth(0, 13)).toBe(0);
    expect(toothDepth(13, 13)).toBe(12);
  });

  it('shows a single permission, however large the component', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (size) => {
        expect(toothDepth(1, size)).toBeGreaterThan(3.3);
      }),
    );
  });

  it('grows with every permission', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (granted, more) => {
        expect(toothDepth(granted + more, granted + more)).toBeGreaterThan(
          toothDepth(granted, granted + more),
        );
      }),
    );
  });
});

describe('the cut of a key', () => {
  it('has one tooth per component where the drawing has it', () => {
    const teeth = cutKey({ teeth: [6, 2, 0, 0, 3] }, eight);
    expect(teeth).toHaveLength(8);
    expect(teeth[0]).toMatchObject({ x: 15, width: 5.88, depth: 7.35 });
    expect(teeth[1]).toMatchObject({ x: 21.88, depth: 6.24 });
    expect(teeth[2]?.depth).toBe(0);
    expect(teeth[4]).toMatchObject({ x: 42.5, depth: 12 });
  });

  it('has one tooth per service when there are more than eight components', () => {
    const names = [...eight.names, 'c.nine'];
    expect(toothGroups(names)).toEqual([
      [0, 1, 2, 3, 4],
      [5, 6],
      [7, 8],
    ]);
    const teeth = cutKey({ teeth: [13, 6, 6, 4, 3, 0, 1] }, { names, sizes: [...eight.sizes, 1] });
    expect(teeth.map((tooth) => tooth.depth)).toEqual([12, 4.44, 0]);
  });

  it('draws what was withdrawn outside of what is left', () => {
    const [tooth] = cutKey({ teeth: [4], withdrawnTeeth: [1] }, { names: ['a.one'], sizes: [4] });
    expect(tooth?.depth).toBe(toothDepth(3, 4));
    expect(tooth?.withdrawn.top).toBeGreaterThan(glyph.bladeTop + toothDepth(3, 4));
    expect(tooth?.withdrawn.height).toBeGreaterThanOrEqual(2.5);
  });

  it('leaves only an outline of a component that was withdrawn whole', () => {
    const [tooth] = cutKey({ teeth: [2], withdrawnTeeth: [2] }, { names: ['a.one'], sizes: [4] });
    expect(tooth?.depth).toBe(0);
    expect(tooth?.withdrawn.height).toBeGreaterThan(0);
  });

  it('marks what is added at the tip of the tooth', () => {
    const [tooth] = cutKey({ teeth: [3], addedTeeth: [1] }, { names: ['a.one'], sizes: [4] });
    expect(tooth?.added.top).toBeCloseTo(glyph.bladeTop + toothDepth(2, 4), 1);
    expect((tooth?.added.top ?? 0) + (tooth?.added.height ?? 0)).toBeCloseTo(
      glyph.bladeTop + toothDepth(3, 4),
      1,
    );
  });

  it('keeps every tooth on the blade, apart from its neighbours, for any catalog', () => {
    const component = fc.record({
      name: fc.stringMatching(/^[a-z]{1,3}\.[a-z]{1,4}$/),
      size: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.array(component, { minLength: 1, maxLength: 80 }),
        fc.array(fc.integer({ min: 0, max: 60 })),
        (list, teeth) => {
          const components = { names: list.map((each) => each.name), sizes: list.map((each) => each.size) };
          const cut = cutKey({ teeth, withdrawnTeeth: teeth.map((count) => count >> 1) }, components);
          cut.forEach((tooth, index) => {
            expect(tooth.depth).toBeLessThanOrEqual(glyph.maxDepth);
            expect(tooth.x + tooth.width).toBeLessThanOrEqual((cut[index + 1]?.x ?? glyph.width) + 0.01);
          });
        },
      ),
    );
  });
});
