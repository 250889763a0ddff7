import type { PickerIndex, PickerOperation } from './picker-index';

/** `[start, end)` in characters: what to mark. */
export type Range = readonly [start: number, end: number];

/** How one operation answers a search. Higher scores stand first. What to mark is found out where it is drawn. */
export interface Match {
  score: number;
  marks: () => Marks;
}
export interface Marks {
  codeRanges: readonly Range[];
  summaryRanges: readonly Range[];
}

export type Search = (query: string) => ReadonlyMap<string, Match> | null;

interface Haystack {
  operation: PickerOperation;
  code: string;
  summary: string;
}

const queryLimit = 100;

/**
 * A search over code and summary. Every word of the query must be found, in any order and any case; null for an empty
 * query. Lower-cases the catalog once, so that a keystroke costs one pass over it.
 */
export function createSearch(index: PickerIndex): Search {
  const haystacks = index.operations.map((operation) => ({
    operation,
    code: operation.code.toLowerCase(),
    summary: operation.summary.toLowerCase(),
  }));
  return (query) => {
    const words = query
      .slice(0, queryLimit)
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) return null;
    const matches = new Map<string, Match>();
    for (const haystack of haystacks) {
      const match = matchAll(haystack, words);
      if (match !== null) matches.set(haystack.operation.code, match);
    }
    return matches;
  };
}

function matchAll(haystack: Haystack, words: readonly string[]): Match | null {
  let score = 0;
  for (const word of words) {
    const inCode = scoreInCode(haystack, word);
    const inSummary = scoreInSummary(haystack.summary, word);
    if (inCode === 0 && inSummary === 0) return null;
    score += Math.max(inCode, inSummary);
  }
  return { score, marks: () => marksOf(haystack, words) };
}

function marksOf({ operation, code, summary }: Haystack, words: readonly string[]): Marks {
  const rangeIn = (text: string, word: string, from = 0): Range[] => {
    const at = text.indexOf(word, from);
    return at < 0 ? [] : [[at, at + word.length]];
  };
  const inCode = (word: string) => {
    const inName = rangeIn(code, word, operation.prefix.length);
    return inName.length > 0 ? inName : rangeIn(code, word);
  };
  return {
    codeRanges: joined(words.flatMap(inCode)),
    summaryRanges: joined(words.flatMap((word) => rangeIn(summary, word))),
  };
}

/** The operation's own name counts most: whole, then its beginning, then a hump of it (`Env` in `StopEnv`), then inside. */
function scoreInCode({ operation, code }: Haystack, word: string): number {
  const nameStart = operation.prefix.length;
  const inName = code.indexOf(word, nameStart);
  if (inName === nameStart) return word.length === code.length - nameStart ? 100 : 80;
  if (inName > nameStart) return isHump(operation.code, inName) ? 60 : 40;
  const at = code.indexOf(word);
  if (at < 0) return 0;
  return at === 0 || code.charAt(at - 1) === '.' ? 35 : 30;
}

function isHump(code: string, at: number): boolean {
  return /[A-Z]/.test(code.charAt(at)) && !/[A-Z]/.test(code.charAt(at - 1));
}

function scoreInSummary(summary: string, word: string): number {
  const at = summary.indexOf(word);
  if (at < 0) return 0;
  return at === 0 || /\s/.test(summary.charAt(at - 1)) ? 25 : 10;
}

/** Overlapping and touching ranges as one, in order. */
function joined(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((left, right) => left[0] - right[0]);
  const result: Range[] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
    else result.push([start, end]);
  }
  return result;
}
