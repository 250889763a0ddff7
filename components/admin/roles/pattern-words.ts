import { addedPatterns } from '@/lib/domain/role-effect';
import type { RoleOperation } from '@/lib/domain/role-view';
import { isCovered } from './pattern-tree';

/** A pattern that comes or goes, with what that means. */
export interface PatternLine {
  pattern: string;
  note: string;
}

/** What comes and what goes between two lists of patterns: only what gives or takes something. */
export function patternChanges(
  before: readonly string[],
  after: readonly string[],
  operations: readonly RoleOperation[],
): { added: readonly PatternLine[]; removed: readonly PatternLine[] } {
  return {
    added: addedPatterns(before, after).map((pattern) => addedLine(pattern, before, operations)),
    removed: addedPatterns(after, before).flatMap((pattern) => removedLines(pattern, after, operations)),
  };
}

function addedLine(
  pattern: string,
  before: readonly string[],
  operations: readonly RoleOperation[],
): PatternLine {
  const matched = matchedIn(operations, [pattern]);
  const fresh = matched.length - matchedIn(matched, before).length;
  if (fresh === matched.length) return { pattern, note: patternMeaning(pattern, operations) };
  const news =
    fresh === 0 ? 'its operations of now are held already' : `${fresh} of ${matched.length} are new`;
  return { pattern, note: `${news}, and those to come` };
}

/** A wildcard that falls apart: the operations that go, and that it no longer grows. */
function removedLines(
  pattern: string,
  after: readonly string[],
  operations: readonly RoleOperation[],
): PatternLine[] {
  const matched = matchedIn(operations, [pattern]);
  const staying = new Set(matchedIn(matched, after));
  if (staying.size === 0) return [{ pattern, note: patternMeaning(pattern, operations) }];
  const gone = matched.filter((operation) => !staying.has(operation));
  return [
    ...gone.map(({ code, summary }) => ({ pattern: code, note: summary })),
    { pattern, note: `${staying.size} of ${matched.length} stay; those to come are no longer in it` },
  ];
}

function matchedIn(operations: readonly RoleOperation[], patterns: readonly string[]): RoleOperation[] {
  const held = new Set(patterns);
  return operations.filter(({ code }) => isCovered(held, code));
}

/** What a pattern means now: an operation's summary, how many operations a wildcard has, or that it matches nothing. */
export function patternMeaning(pattern: string, operations: readonly RoleOperation[]): string {
  const matched = matchedIn(operations, [pattern]);
  const [first] = matched;
  if (first === undefined) return 'matches nothing now';
  if (first.code === pattern) return first.summary;
  return `${matched.length === 1 ? '1 operation' : `${matched.length} operations`}, and those to come`;
}

/** What a role can do, counted: `It matches 23 of 82 operations: 12 read, 8 change, 3 destroy.` */
export function reachSentence(patterns: Iterable<string>, operations: readonly RoleOperation[]): string {
  const matched = matchedIn(operations, [...patterns]);
  if (matched.length === 0) return 'It matches no operation yet.';
  const count = (reach: RoleOperation['reach']) => matched.filter((each) => each.reach === reach).length;
  const parts = [
    [count('reads'), 'read'],
    [count('changes'), 'change'],
    [count('destroys'), 'destroy'],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, verb]) => `${number} ${verb}`);
  return `It matches ${matched.length} of ${operations.length} operations: ${words.join(', ')}.`;
}
