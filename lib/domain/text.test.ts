import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainText, plainLine, plainTextSchema } from './text';

const schema = plainTextSchema('The description');

describe('plainTextSchema', () => {
  it.each([
    ['a line feed', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['a null', 'a\u0000b'],
    ['a C1 control', 'a\u0085b'],
    ['a delete', 'a\u007fb'],
    ['a right-to-left override', 'safe\u202etxt.exe'],
    ['a bidi isolate', 'a\u2066b'],
    ['a left-to-right mark', 'a\u200eb'],
    ['an Arabic letter mark', 'a\u061cb'],
    ['a zero-width space', 'a\u200bb'],
    ['a byte-order mark within', 'a\ufeffb'],
    ['a line separator', 'a\u2028b'],
    ['a lone surrogate', 'a\ud800b'],
    ['a soft hyphen', 'a\u00adb'],
  ])('WEB-8 refuses %s', (_what, text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });

  it.each(['nightly backup', 'Übergabe – 夜間バックアップ', '👩🏽‍💻 deploys', 'a'.repeat(255), '👍'.repeat(255)])(
    'WEB-8 takes %j',
    (text) => {
      expect(schema.parse(text)).toBe(text);
    },
  );

  it.each([undefined, null, 7, {}, '', '   ', 'a'.repeat(256), '👍'.repeat(256)])(
    'WEB-8 refuses %j',
    (text) => {
      expect(schema.safeParse(text).success).toBe(false);
    },
  );

  it('WEB-8 stores composed characters, so that equal names are equal', () => {
    expect(schema.parse('Cafe\u0301')).toBe('Caf\u00e9');
  });

  it('WEB-8 lets nothing through that could split a log line or a header', () => {
    const splitter = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const { data } = schema.safeParse(text);
        return (
          data === undefined || (!splitter.test(data) && data.normalize('NFC') === data && isPlainText(data))
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('plainLine', () => {
  it.each([
    ['as it is', 'as it is', 20],
    ['  two\r\nlines\u202e \u0007', 'two lines', 20],
    ['u\u0308ber', '\u00fcber', 20],
    ['abcdefg', 'abcde…', 6],
    ['abc def', 'abc…', 5],
    ['ab𝒜𝒜', 'ab…', 4],
    ['\u0000\ud800', '', 20],
  ])('%j becomes %j', (given, expected, limit) => {
    expect(plainLine(given, limit)).toBe(expected);
  });

  it('WEB-8 is one line within its bound, whatever it is made of, and stays as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (text, limit) => {
          const line = plainLine(text, limit);
          expect(line.length).toBeLessThanOrEqual(limit);
          expect(isPlainText(line) && plainLine(line, limit) === line).toBe(true);
        },
      ),
    );
  });
});
