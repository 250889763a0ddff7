/**
 * A text as the value of a header: visible ASCII, everything else (and `%` itself) percent-encoded, so that no line can end
 * in it and whoever decodes it has the text again (INT-6).
 */
export function asciiValue(text: string): string {
  if (/^[!-$&-~]*$/.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^!-$&-~]/gu, (character) => encodeURIComponent(character).replace(/^[^%]$/, hexEscape));
}

function hexEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * A sentence as the value of a header that a gateway may put between quotes in JSON: ASCII, spaces, no quotation mark, no
 * backslash; at most 300 characters.
 */
export function sentenceValue(text: string): string {
  return text
    .replace(/["\\]/g, "'")
    .replace(/[^ -~]/gu, '?')
    .slice(0, 300);
}
