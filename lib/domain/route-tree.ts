import { foldCase, matchMixed, type SegmentTemplate } from './path-template';
import type { PathSegments } from './request-path';

/** A branch of the tree of path templates; its leaf, if a template ends here, carries what was put there. */
export interface Branch<Leaf> {
  texts: Map<string, Branch<Leaf>>;
  /** The same, as readers see them who take case or escapes otherwise. */
  foldedTexts: Map<string, Branch<Leaf>[]>;
  mixed: { template: SegmentTemplate; branch: Branch<Leaf> }[];
  parameter: Branch<Leaf> | null;
  end: End<Leaf> | null;
}

interface End<Leaf> {
  shape: readonly string[];
  leaf: Leaf;
}

/** The templates that a path is one of: exactly, or only for a reader who takes case or escapes otherwise. */
interface Matches<Leaf> {
  exact: End<Leaf>[];
  inexact: End<Leaf>[];
}

export function newBranch<Leaf>(): Branch<Leaf> {
  return { texts: new Map(), foldedTexts: new Map(), mixed: [], parameter: null, end: null };
}

/** Puts a template into the tree and answers its leaf; templates that differ in the names of their parameters share one. */
export function addTemplate<Leaf>(
  root: Branch<Leaf>,
  segments: readonly SegmentTemplate[],
  newLeaf: () => Leaf,
): Leaf {
  const branch = segments.reduce(nextBranch, root);
  branch.end ??= { shape: segments.map(shapeOf), leaf: newLeaf() };
  return branch.end.leaf;
}

function nextBranch<Leaf>(branch: Branch<Leaf>, segment: SegmentTemplate): Branch<Leaf> {
  if (segment.kind === 'parameter') return (branch.parameter ??= newBranch());
  if (segment.kind === 'mixed') {
    const known = branch.mixed.find(({ template }) => shapeOf(template) === shapeOf(segment));
    if (known !== undefined) return known.branch;
    const next = newBranch<Leaf>();
    branch.mixed.push({ template: segment, branch: next });
    return next;
  }
  const [text = ''] = segment.literals;
  const known = branch.texts.get(text);
  if (known !== undefined) return known;
  const next = newBranch<Leaf>();
  branch.texts.set(text, next);
  const folded = foldCase(segment.texts[0] ?? '');
  branch.foldedTexts.set(folded, [...(branch.foldedTexts.get(folded) ?? []), next]);
  return next;
}

// A parameter is the least specific; a mixed segment is as specific as one of the same texts alone.
const parameterShape = '';

/** How a segment compares: `=orders`, `~{}.json`, or nothing for a parameter. */
function shapeOf({ kind, literals }: SegmentTemplate): string {
  if (kind === 'parameter') return parameterShape;
  return (kind === 'literal' ? '=' : '~') + literals.join('{}');
}

/**
 * The leaf of the template that is at least as specific as every other that the path (from its segment `start` on) is one
 * of; `ambiguous` when there is none such, or when a reader who takes case or escapes otherwise could see another one; null
 * when it is of no template.
 */
export function findMostSpecific<Leaf>(
  root: Branch<Leaf>,
  path: PathSegments,
  start: number,
): Leaf | 'ambiguous' | null {
  const matches: Matches<Leaf> = { exact: [], inexact: [] };
  collect(root, path, start, true, matches);
  const { exact, inexact } = matches;
  const [first] = exact;
  if (first === undefined) return null;
  if (exact.length === 1 && inexact.length === 0) return first.leaf;
  const isBest = (one: End<Leaf>) =>
    [exact, inexact].every((ends) => ends.every((other) => isAsSpecific(one, other)));
  return exact.find(isBest)?.leaf ?? 'ambiguous';
}

/** At least as specific in every segment; no two templates have one shape. */
function isAsSpecific({ shape: one }: End<unknown>, { shape: other }: End<unknown>): boolean {
  return one.every((each, index) => {
    const compared = other[index] ?? parameterShape;
    return each === compared || rank(each) > rank(compared);
  });
}

function rank(shape: string): number {
  return shape === parameterShape ? 0 : shape.startsWith('~') ? 1 : 2;
}

function collect<Leaf>(
  branch: Branch<Leaf>,
  path: PathSegments,
  depth: number,
  isExact: boolean,
  matches: Matches<Leaf>,
): void {
  const { texts, foldedTexts, mixed, parameter, end } = branch;
  const raw = path.raws[depth];
  const text = path.texts[depth];
  if (raw === undefined || text === undefined) {
    if (end !== null) (isExact ? matches.exact : matches.inexact).push(end);
    return;
  }
  if (texts.size > 0) {
    const exact = texts.get(raw);
    if (exact !== undefined) collect(exact, path, depth + 1, isExact, matches);
    else {
      for (const each of foldedTexts.get(foldCase(text)) ?? [])
        collect(each, path, depth + 1, false, matches);
    }
  }
  for (const { template, branch: next } of mixed) {
    const match = matchMixed(template, raw, text);
    if (match !== 'none') collect(next, path, depth + 1, isExact && match === 'exact', matches);
  }
  if (parameter !== null && text !== '') collect(parameter, path, depth + 1, isExact, matches);
}
