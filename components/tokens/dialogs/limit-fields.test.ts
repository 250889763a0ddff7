import { describe, expect, it } from 'vitest';
import { limitSchemas, limitShape, limitTexts, noLimitTexts, isLimiting } from './limit-fields';
import { limitSentence } from './limit-words';

const problemOf = (name: keyof typeof limitSchemas, text: string) =>
  limitSchemas[name].safeParse(text).error?.issues[0]?.message ?? null;

describe('the limits of the form', () => {
  it('takes addresses line by line, in the one way in which they are written', () => {
    const text = ' 192.0.2.9/24\n\n2001:DB8::1\r\n192.0.2.0/24 ';
    expect(limitSchemas.addresses.parse(text)).toEqual(['192.0.2.0/24', '2001:db8::1']);
    expect(limitShape({ ...noLimitTexts, addresses: text }).addresses).toEqual([
      '192.0.2.0/24',
      '2001:db8::1',
    ]);
    expect(limitSchemas.addresses.parse('')).toEqual([]);
  });

  it('names the line of every mistake, and of many the first five', () => {
    expect(problemOf('addresses', '192.0.2.1\n10.1\n\n::/129')).toBe(
      'Line 2: 10.1 is neither an address nor a range such as 192.0.2.0/24.\nLine 4: ::/129 is neither an address nor a range such as 192.0.2.0/24.',
    );
    expect(problemOf('addresses', 'x\n'.repeat(9))).toContain('And 4 more.');
    const many = Array.from({ length: 51 }, (_, at) => `192.0.2.${at}`).join('\n');
    expect(problemOf('addresses', many)).toBe('A token may be used from at most 50 ranges.');
  });

  it.each([
    ['', null],
    [' 1/12/2026 ', '01-12-2026'],
    ['2026-12-01', '01-12-2026'],
  ])('reads a first day %j as %j', (text, day) => {
    expect(limitSchemas.notBefore.parse(text)).toBe(day);
    expect(limitShape({ ...noLimitTexts, notBefore: text }).notBefore).toBe(day);
  });

  it.each(['never', '31-02-2027', 'tomorrow'])('refuses %j as a first day', (text) => {
    expect(problemOf('notBefore', text)).not.toBeNull();
  });

  it.each([
    ['', null],
    [' 120 ', 120],
    ['007', 7],
  ])('reads %j requests a minute as %j', (text, count) => {
    expect(limitSchemas.requestsPerMinute.parse(text)).toBe(count);
  });

  it.each(['0', '-1', '1.5', '1e3', '0x10', '1000000', 'many', '١٢'])(
    'refuses %j requests a minute',
    (text) => {
      expect(problemOf('requestsPerMinute', text)).not.toBeNull();
    },
  );

  it('stands open when anything is limited', () => {
    const token = { mayUseInUrls: true, addresses: [], notBefore: null, requestsPerMinute: null };
    expect(limitTexts(token)).toEqual(noLimitTexts);
    expect(isLimiting(noLimitTexts)).toBe(false);
    expect(isLimiting({ ...noLimitTexts, mayUseInUrls: false })).toBe(true);
    expect(isLimiting(limitTexts({ ...token, addresses: ['192.0.2.7'] }))).toBe(true);
  });

  it('says in one sentence what binds the token', () => {
    const none = { addresses: [], notBefore: null, requestsPerMinute: null };
    expect(limitSentence(true, none)).toBe('');
    expect(limitSentence(true, { ...none, addresses: ['192.0.2.7'] })).toBe(
      'It is taken only from 192.0.2.7.',
    );
    expect(
      limitSentence(false, { addresses: ['a', 'b'], notBefore: '01-12-2026', requestsPerMinute: 1_200 }),
    ).toBe(
      'It is taken only from 2 addresses and ranges, not before 01-12-2026, at most 1,200 times a minute and never in a URL.',
    );
  });
});
