import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteOrderMark, csvLine, parseCsv, withoutFormula } from './csv';

/** What spreadsheets run, or have run. */
const beginnings = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

describe('cells', () => {
  const cases: [string, string][] = [
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM', "'＠SUM"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['   =1', "'   =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200b=1', "'\u200b=1"],
    ['\u0000=1', "'\u0000=1"],
    ['"=1"', '\'"=1"'],
    ['x;=1', "x;'=1"],
    ['x\t@SUM', "x\t'@SUM"],
    ['x\n -1', "x\n' -1"],
    ['', ''],
    ['a=b', 'a=b'],
    ['nightly-backup', 'nightly-backup'],
    ['ada@example.org', 'ada@example.org'],
    ['2026-11-22T04:00:00.000Z', '2026-11-22T04:00:00.000Z'],
    ['a; b', 'a; b'],
  ];
  for (const [text, safe] of cases) {
    it(`AUD-6 ${JSON.stringify(text)} is written as ${JSON.stringify(safe)}`, () => {
      expect(withoutFormula(text)).toBe(safe);
      expect(parseCsv(csvLine(['1', text, 'z']))).toEqual([['1', safe, 'z']]);
    });
  }

  it('AUD-6 whatever is put in, no cell begins as a formula, whichever separator a spreadsheet goes by', () => {
    const piece = fc.constantFrom(
      ...beginnings,
      ' ',
      '\t',
      '\r',
      '\n',
      ';',
      ',',
      '"',
      "'",
      'a',
      '1',
      '\u200b',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (cell) => {
        const [[, read = '?'] = []] = parseCsv(csvLine(['1', cell]));
        for (const part of [read, ...read.split(/[;\t\r\n]/)]) {
          expect(beginnings).not.toContain(part.replace(/^[\s"\p{Cc}\p{Cf}]+/u, '').charAt(0));
        }
        expect(read).not.toMatch(/^[\t\r\n]/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('records', () => {
  const cells: [string[], string][] = [
    [['a', 'b'], 'a,b\r\n'],
    [['a,b', 'say "yes"'], '"a,b","say ""yes"""\r\n'],
    [['two\r\nlines', ' edge '], '"two\r\nlines"," edge "\r\n'],
    [['', ''], ',\r\n'],
  ];
  for (const [row, line] of cells) {
    it(`RFC 4180: ${JSON.stringify(row)}`, () => {
      expect(csvLine(row)).toBe(line);
      expect(parseCsv(line)).toEqual([row]);
    });
  }

  it('AUD-6 parse ∘ print loses nothing but the formulas', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(rows, (table) => {
        expect(parseCsv(byteOrderMark + table.map(csvLine).join(''))).toEqual(
          table.map((row) => row.map(withoutFormula)),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('what is no CSV is refused', () => {
    expect(() => parseCsv('"open')).toThrow(SyntaxError);
    expect(() => parseCsv('a"b')).toThrow(SyntaxError);
    expect(() => parseCsv('"a"b')).toThrow(SyntaxError);
    expect(parseCsv('a,')).toEqual([['a', '']]);
    expect(parseCsv('')).toEqual([]);
  });
});
