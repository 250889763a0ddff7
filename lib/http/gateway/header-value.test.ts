import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiValue, sentenceValue } from './header-value';

describe('INT-6 values of identity headers', () => {
  it('are ASCII without any line end, and can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = asciiValue(text);
        expect(value).toMatch(/^[!-~]*$/);
        expect(decodeURIComponent(value)).toBe(text.replace(/\p{Surrogate}/gu, '\ufffd'));
      }),
    );
  });

  it.each([
    ['noor@example.org', 'noor@example.org'],
    ['a\r\nX-Auth-User: b', 'a%0D%0AX-Auth-User:%20b'],
    ['zoë@example.org', 'zo%C3%AB@example.org'],
    ['100%', '100%25'],
  ])('%j is written %s', (text, value) => expect(asciiValue(text)).toBe(value));

  it('a sentence can stand between quotes in JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const value = sentenceValue(text);
        expect(JSON.parse(`"${value}"`)).toBe(value);
        expect(value).toMatch(/^[ -~]{0,300}$/);
      }),
    );
  });
});
