import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { methodNamesSchema, methodReader } from './method-names';
import { tokenNumbersSchema } from './token-numbers';
import { wireExpirySchema, wireTime } from './wire-time';

const codes = [...currentCatalog().byCode.keys()];
const read = methodReader(currentCatalog());
const someCodes = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 12 });

describe('apiList', () => {
  const forms: [string, (names: string[]) => string | string[]][] = [
    ['JSON', (names) => JSON.stringify(names)],
    ['JSON over lines', (names) => JSON.stringify(names, null, 2)],
    ['commas', (names) => names.join(',')],
    ['commas and spaces', (names) => ` ${names.join(' , ')} `],
    ['Python', (names) => `[${names.map((name) => `'${name}'`).join(', ')}]`],
    ['repeated', (names) => names],
    ['repeated lists', (names) => names.map((name) => `["${name}"]`)],
  ];

  test.each(forms)('API-1 means the same names as %s, in their order', (_form, print) => {
    fc.assert(
      fc.property(someCodes, (names) => {
        expect(methodNamesSchema.parse(print(names))).toEqual(names);
      }),
      { numRuns: 50 },
    );
  });

  test('no text makes it throw, or gives a name that is not in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = methodNamesSchema.safeParse(`[${text}`);
        for (const name of parsed.data ?? []) expect(read(name) === null || text.includes(name)).toBe(true);
      }),
    );
  });

  test('every method is read in any case, and environment by its alias; nothing else is', () => {
    expect(codes.map((code) => read(code.toUpperCase()))).toEqual(codes);
    expect(read('env.control.stopenv')).toBe('environment.control.StopEnv');
    for (const name of ['', 'env', 'envs.control.StopEnv', 'environment.*', '*', 'StopEnv', '__proto__'])
      expect(read(name)).toBeNull();
  });
});

test('numbers are read in each form, each once', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 999_999_999 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(numbers, fc.constantFrom(';', ',', '; ', ' , '), (given, separator) => {
      const expected = [...new Set(given)];
      expect(tokenNumbersSchema.parse(given.join(separator))).toEqual(expected);
      expect(tokenNumbersSchema.parse(JSON.stringify(given))).toEqual(expected);
    }),
  );
});

test('TOK-8 an end is read as it is written, to the second', () => {
  const range = {
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  };
  fc.assert(
    fc.property(fc.date(range), (at) => {
      const text = wireTime(at);
      expect(wireTime(new Date(wireExpirySchema.parse(text)))).toBe(text);
    }),
  );
});
