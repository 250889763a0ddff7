import { describe, expect, it } from 'vitest';
import { dayAfter, endOfDay, expiryInstant, expirySchema, formatDay, lastValidDay } from './expiry';
import { daysLeft, isExpired, tokenStatus } from './token';

describe('expirySchema', () => {
  it.each(['31-02-2027', '29-02-2027', '00-01-2027', '01-13-2027', '32-01-2027', '31-12-1999'])(
    'refuses %s, a day that no calendar has',
    (text) => {
      expect(expirySchema.safeParse(text).success).toBe(false);
    },
  );

  it.each(['2027-01-31', '1-1-2027', '01/01/2027', '01-01-27', '', 'Never', '01-01-2027T00:00', null, 7])(
    'refuses %j, which is not typed as dd-mm-yyyy',
    (text) => {
      expect(expirySchema.safeParse(text).success).toBe(false);
    },
  );

  it.each(['2027-02-31T00:00:00Z', '2027-01-01T24:00:00Z', '2027-01-01T10:00:00', '1999-12-31T00:00:00Z'])(
    'refuses %s, an instant that no calendar has or that says no zone',
    (text) => {
      expect(expirySchema.safeParse(text).success).toBe(false);
    },
  );

  it('takes an instant to the millisecond', () => {
    const text = '2028-02-29T18:00:00.125Z';
    expect(expiryInstant(expirySchema.parse(text))?.toISOString()).toBe(text);
  });

  it('takes never, and a leap day of a leap year', () => {
    expect(expirySchema.parse('never')).toBe('never');
    expect(expirySchema.parse(' 29-02-2028 ')).toBe('29-02-2028');
    expect(expiryInstant('never')).toBeNull();
  });
});

describe('expiry', () => {
  it('TOK-8 is valid through the whole day in UTC and invalid from its end on', () => {
    const end = endOfDay('22-11-2026');
    expect(end?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(isExpired(end, new Date('2026-11-22T23:59:59.999Z'))).toBe(false);
    expect(isExpired(end, new Date('2026-11-23T00:00:00.000Z'))).toBe(true);
    expect(isExpired(null, new Date('9999-12-31T23:59:59Z'))).toBe(false);
  });

  it('shows the day that was typed', () => {
    for (const day of ['01-01-2027', '28-02-2027', '29-02-2028', '31-12-2099']) {
      expect(lastValidDay(endOfDay(day) ?? new Date(0))).toBe(day);
    }
    expect(formatDay(new Date('2026-11-22T00:00:00Z'))).toBe('22-11-2026');
    expect(dayAfter(new Date('2026-11-22T12:00:00Z'), 90)).toBe('20-02-2027');
  });

  it('says the one status that matters most', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
    expect(tokenStatus({ expiresAt: inDays(0), notBefore: null, isPaused: false }, 3, now)).toBe('expired');
    expect(tokenStatus({ expiresAt: inDays(10), notBefore: null, isPaused: false }, 3, now)).toBe('ending');
    expect(tokenStatus({ expiresAt: inDays(11), notBefore: null, isPaused: false }, 3, now)).toBe('narrowed');
    expect(tokenStatus({ expiresAt: inDays(11), notBefore: null, isPaused: false }, 0, now)).toBe('active');
    expect(tokenStatus({ expiresAt: null, notBefore: null, isPaused: false }, 0, now)).toBe('active');
    expect(daysLeft(inDays(0.1), now)).toBe(1);
  });
});
