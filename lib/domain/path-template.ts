/**
 * One segment of a path template: a text (`orders`), a parameter (`{storeId}`), or both mixed (`{name}.json`). `literals`
 * stand around the `parameters`: one more than those, in the spelling of the wire with escapes in upper case; `texts` is
 * what they stand for.
 */
export interface SegmentTemplate {
  kind: 'literal' | 'mixed' | 'parameter';
  literals: readonly string[];
  texts: readonly string[];
  /** The texts as a reader sees them who takes case for nothing. */
  folded: readonly string[];
  parameters: readonly string[];
}

/** Where the value of a parameter stands: which segment, and which of its parameters. */
export interface ParameterPlace {
  segment: number;
  index: number;
}

/** The segments of `/stores/{storeId}/orders`. What stands in braces is a name, whatever it is. */
export function parsePathTemplate(path: string): SegmentTemplate[] {
  return splitOutsideBraces(path.slice(1)).map((segment) => {
    // Text, name, text, name, … text: split keeps what its group matches.
    const parts = segment.split(/\{([^{}]*)\}/);
    const literals = parts.filter((_, index) => index % 2 === 0).map(onTheWire);
    const texts = literals.map((literal) => decode(literal) ?? literal);
    const parameters = parts.filter((_, index) => index % 2 === 1);
    const folded = texts.map(foldCase);
    if (parameters.length === 0) return { kind: 'literal', literals, texts, folded, parameters };
    const isWhole = parameters.length === 1 && literals.every((text) => text === '');
    return { kind: isWhole ? 'parameter' : 'mixed', literals, texts, folded, parameters };
  });
}

/** Every place of a parameter in a path; one that stands twice must have one value. */
export function placesOf(parameter: string, segments: readonly SegmentTemplate[]): ParameterPlace[] {
  return segments.flatMap(({ parameters }, segment) =>
    parameters.flatMap((name, index) => (name === parameter ? [{ segment, index }] : [])),
  );
}

/**
 * Whether a segment is one of a mixed template: exactly, or only for a reader who takes case or escapes otherwise
 * (`inexact`), or not at all.
 */
export function matchMixed({ literals, texts, folded }: SegmentTemplate, raw: string, text: string) {
  if (splitFromLeft(folded, foldCase(text)) === null) return 'none';
  return splitFromLeft(literals, raw) !== null && splitFromLeft(texts, text) !== null ? 'exact' : 'inexact';
}

/** Two texts that differ in case alone are one for many a service. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

/**
 * The value at one place, or null when it could be read in several ways: `{a}-{b}` of `x-y-z`, or a separator that came
 * escaped.
 */
export function readValue(
  { kind, literals, texts }: SegmentTemplate,
  raw: string,
  text: string,
  index: number,
): string | null {
  if (kind === 'parameter') return text;
  const readings = [
    decode(splitFromLeft(literals, raw)?.[index]),
    decode(splitFromRight(literals, raw)?.[index]),
    splitFromLeft(texts, text)?.[index],
    splitFromRight(texts, text)?.[index],
  ];
  const [value] = readings;
  return value !== undefined && readings.every((each) => each === value) ? value : null;
}

// Searches each literal once instead of trying all splits: adversarial segments cost no more than their length.
function splitFromLeft(literals: readonly string[], text: string): string[] | null {
  const [first = ''] = literals;
  const last = literals.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const values: string[] = [];
  let start = first.length;
  for (const literal of literals.slice(1, -1)) {
    const found = text.indexOf(literal, start + 1);
    if (found === -1) return null;
    values.push(text.slice(start, found));
    start = found + literal.length;
  }
  const end = text.length - last.length;
  if (end <= start) return null;
  values.push(text.slice(start, end));
  return values;
}

function splitFromRight(literals: readonly string[], text: string): string[] | null {
  const reversed = splitFromLeft(literals.map(reverse).reverse(), reverse(text));
  return reversed === null ? null : reversed.map(reverse).reverse();
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

/** A text of a document as requests spell it: what no address may have is escaped, escapes that are there stay. */
function onTheWire(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^!$&-;=@-Z_a-z~%]/gu, (character) => encodeURIComponent(character))
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}

/** A name in braces may have slashes: it is a name all the same. */
function splitOutsideBraces(path: string): string[] {
  const segments: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < path.length; index += 1) {
    const character = path.charAt(index);
    if (character === '{') depth += 1;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (character === '/' && depth === 0) {
      segments.push(path.slice(start, index));
      start = index + 1;
    }
  }
  segments.push(path.slice(start));
  return segments;
}
