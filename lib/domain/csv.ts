/** Spreadsheets take a file for UTF-8 only when it begins with this. */
export const byteOrderMark = '\ufeff';

// What a spreadsheet may take for a formula, behind whatever it may skip: blanks, quotes, control and invisible characters.
const formula = /^(?:[\s"\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
// The same where a spreadsheet that parts cells by semicolons or tabs would begin a new one in the middle of ours.
const innerFormula = /([;\t\r\n])(?=[\s"\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/gu;
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * A text that no spreadsheet takes for a formula (AUD-6, CWE-1236): a `'` stands before `=`, `+`, `-`, `@` and their
 * full-width twins, a tab or a line break, at the beginning and wherever another separator would make a beginning.
 */
export function withoutFormula(text: string): string {
  const inner = text.replace(innerFormula, "$1'");
  return formula.test(text) ? `'${inner}` : inner;
}

/** One record as RFC 4180 has it, with its CRLF; every cell is made harmless first. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(withoutFormula(cell))).join(',')}\r\n`;
}

function quoted(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The records of a file as RFC 4180 has it, with or without a byte order mark; the last line may lack its end. Throws a
 * SyntaxError when a quote is left open or stands in the middle of a cell.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith(byteOrderMark) ? 1 : 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    const separator = separatorAt(text, end);
    at = end + separator.length;
    if (separator === ',' && at < text.length) continue;
    if (separator === ',') row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}

function separatorAt(text: string, at: number): ',' | '\r\n' | '\n' | '' {
  if (at >= text.length) return '';
  if (text[at] === ',' || text[at] === '\n') return text[at] === ',' ? ',' : '\n';
  if (text.startsWith('\r\n', at)) return '\r\n';
  throw new SyntaxError(`A cell does not end at character ${at}.`);
}

function plainCell(text: string, start: number): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && !text.startsWith('\r\n', end)) {
    if (text[end] === '"') throw new SyntaxError(`A quote stands in the middle of a cell, at ${end}.`);
    end += 1;
  }
  return { cell: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): { cell: string; end: number } {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) throw new SyntaxError(`The quote at ${start} is left open.`);
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}
