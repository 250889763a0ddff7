import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisFraction, axisMarks, timeLine } from './time-scale';

const now = new Date('2026-11-22T00:41:00Z');
const day = 86_400_000;
const at = (days: number) => new Date(now.getTime() + days * day);

describe('the time axis', () => {
  it('puts today at the margin and a year at the far end', () => {
    expect(axisFraction(0)).toBe(0);
    expect(axisFraction(366)).toBe(1);
    expect(axisFraction(4_000)).toBe(1);
  });

  it('stands where the drawing has it: 30 days at 0.347, 90 days at 0.607', () => {
    expect(axisMarks.map((mark) => mark.fraction.toFixed(4))).toEqual(['0.3469', '0.6075', '1.0000']);
  });

  it('never turns back: a later day never stands left of an earlier one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: 0, max: 1e4, noNaN: true }),
        (days, more) => {
          expect(axisFraction(days + more)).toBeGreaterThanOrEqual(axisFraction(days));
        },
      ),
    );
  });

  it('tells every fraction between 0 and 1, whatever the dates', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        fc.option(fc.double({ min: -1e5, max: 1e5, noNaN: true })),
        (made, ends) => {
          const line = timeLine(at(made), ends === null ? null : at(ends), now);
          const fractions =
            line.kind === 'gone'
              ? [line.from, line.to]
              : line.kind === 'open'
                ? [line.elapsed]
                : [line.elapsed, line.left];
          for (const fraction of fractions) expect(fraction >= 0 && fraction <= 1).toBe(true);
        },
      ),
    );
  });
});

describe('the line of a token', () => {
  it('is open when the token never ends', () => {
    expect(timeLine(at(-30), null, now)).toEqual({ kind: 'open', elapsed: axisFraction(30) });
  });

  it('is soon from ten days on, and not before', () => {
    expect(timeLine(at(-1), at(10), now)).toMatchObject({ kind: 'term', isSoon: true });
    expect(timeLine(at(-1), at(10.1), now)).toMatchObject({ kind: 'term', isSoon: false });
  });

  it('TOK-8 is gone from the instant of expiry on, and ends left of today', () => {
    expect(timeLine(at(-5), now, now)).toEqual({ kind: 'gone', from: axisFraction(5), to: 0 });
    expect(timeLine(at(-5), new Date(now.getTime() + 1), now).kind).toBe('term');
  });

  it('has no past when the clock of the page runs behind that of the desk', () => {
    expect(timeLine(at(0.1), at(5), now)).toMatchObject({ elapsed: 0 });
  });
});
