import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysUntil,
  futureExpirySchema,
  offeredExpiry,
  pastProblem,
  quickChoices,
  rulerFraction,
  termChange,
  tidyDay,
} from './expiry-choice';

const now = new Date('2026-11-22T23:30:00Z');

describe('the expiry that is chosen', () => {
  it('TOK-10 offers 90 days, or what a copied token still has', () => {
    expect(offeredExpiry(now)).toBe('20-02-2027');
    expect(offeredExpiry(now, '01-01-2027')).toBe('01-01-2027');
    expect(offeredExpiry(now, '21-11-2026')).toBe('20-02-2027');
    expect(offeredExpiry(now, 'never')).toBe('never');
  });

  it('understands other ways to type a day, and leaves the rest alone', () => {
    expect(['1.2.2027', '01/02/2027', '01022027', '2027-02-01', ' 01-02-2027 '].map(tidyDay)).toEqual(
      Array.from({ length: 5 }, () => '01-02-2027'),
    );
    expect(tidyDay('Never')).toBe('never');
    expect(tidyDay('next week')).toBe('next week');
    expect(tidyDay('31-02-2027')).toBe('31-02-2027');
  });

  it('refuses a passed, impossible or unreadable day with a sentence, and takes today', () => {
    const messages = (text: string) =>
      futureExpirySchema.safeParse(text).error?.issues.map((issue) => issue.message);
    expect(messages('01-01-2020')?.[0]).toContain('has passed');
    expect(messages('31-02-2099')?.[0]).toBe('There is no such day in the calendar.');
    expect(messages('soon')?.[0]).toBe('Type the date as dd-mm-yyyy.');
    expect(messages('never')).toBeUndefined();
    expect(pastProblem('22-11-2026', now)).toBeNull();
    expect(pastProblem('21-11-2026', now)).toContain('21-11-2026');
  });

  it('counts days by the calendar, not by the hour', () => {
    expect(daysUntil('22-11-2026', now)).toBe(0);
    expect(daysUntil('20-02-2027', now)).toBe(90);
    expect(daysUntil('21-11-2026', now)).toBe(-1);
    expect(daysUntil('never', now)).toBeNull();
    expect(termChange('19-12-2026', '20-02-2027')).toBe('63 days later');
    expect(termChange('20-02-2027', '19-02-2027')).toBe('1 day earlier');
    expect(termChange('never', '19-02-2027')).toBe('');
  });

  it('the ruler only ever grows, and puts each choice over the middle of its button', () => {
    expect(quickChoices.map((choice) => rulerFraction(choice.days))).toEqual([0.1, 0.3, 0.5, 0.7]);
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), (a, b) => {
        expect(rulerFraction(Math.min(a, b))).toBeLessThanOrEqual(rulerFraction(Math.max(a, b)));
      }),
    );
  });
});
