import { describe, expect, it } from 'vitest';
import { momentOf } from './day';
import { notBeforeInstant, notBeforeSchema } from './not-before';

describe('the first moment of a token', () => {
  it.each([
    [null, null],
    ['01-12-2026', '2026-12-01T00:00:00.000Z'],
    [' 29-02-2028 ', '2028-02-29T00:00:00.000Z'],
    ['2026-12-01T14:30:00Z', '2026-12-01T14:30:00.000Z'],
    ['2001-01-01T00:00:00.000Z', '2001-01-01T00:00:00.000Z'],
  ])('%j is %s', (text, instant) => {
    expect(notBeforeInstant(notBeforeSchema.parse(text))?.toISOString() ?? null).toBe(instant);
  });

  it.each([
    'never',
    '',
    '31-02-2027',
    '29-02-2027',
    '1-12-2026',
    '2026-12-01',
    '2026-02-30T00:00:00Z',
    'now',
  ])('%j is refused', (text) => {
    expect(notBeforeSchema.safeParse(text).success).toBe(false);
  });

  it('is told as a day, and with the time where the day has begun', () => {
    expect(momentOf(new Date('2026-12-01T00:00:00Z'))).toBe('01-12-2026');
    expect(momentOf(new Date('2026-12-01T14:30:05Z'))).toBe('01-12-2026, 14:30:05 UTC');
  });
});
