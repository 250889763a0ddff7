import { z } from 'zod';

// C0, DEL, C1, bidi controls, zero-width and other invisible characters, line and paragraph separators, lone surrogates:
// they split logs and headers, or make one name look like another (WEB-8).
const forbiddenCharacters =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\uffff]|\p{Surrogate}/u;

/** True when the text carries no control, bidi-control or invisible character (WEB-8). */
export function isPlainText(text: string): boolean {
  return !forbiddenCharacters.test(text);
}

/**
 * A line of text a person types: NFC, trimmed, 1–`max` characters (code points), no control or bidi characters.
 * Source: WEB-8.
 */
export function plainTextSchema(field: string, max = 255) {
  return z
    .string({ error: `${field} is missing.` })
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .refine((text) => text.length > 0, { error: `${field} is empty.` })
        .refine((text) => [...text].length <= max, { error: `${field} is longer than ${max} characters.` })
        .refine(isPlainText, { error: `${field} has a control or invisible character.` }),
    );
}

/** Words of ASCII with one blank between them: most of what comes, and nothing of it needs a change. */
const tidyAscii = /^[!-~]+(?: [!-~]+)*$/;
const everyForbiddenCharacter = new RegExp(forbiddenCharacters, 'gu');

/**
 * A line of at most `max` UTF-16 units out of text that nobody typed for us: control and invisible characters and runs of
 * blanks become one blank, what is too long ends in `…`, no character is cut in two. May be empty.
 */
export function plainLine(text: string, max: number): string {
  if (text.length <= max && tidyAscii.test(text)) return text;
  const line = text.normalize('NFC').replace(everyForbiddenCharacter, ' ').replace(/\s+/gu, ' ').trim();
  if (line.length <= max) return line;
  // Cut in the middle of a character, its first half is left.
  const cut = line.slice(0, max - 1).replace(/\p{Surrogate}$/u, '');
  return `${cut.trimEnd()}…`;
}
