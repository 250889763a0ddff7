import { foldCase, matchMixed, type SegmentTemplate } from './path-template';
import type { Segment } from './request-path';

/** A branch of the tree of path templates; its leaf, if a template ends here, carries what was put there. */
export interface Branch<Leaf> {
  texts: Map<string, Branch<Leaf>>;
  /** The same, as readers see them who take case or escapes otherwise. */
  foldedTexts: Map<string, Branch<Leaf>[]>;
  mixed: { template: SegmentTemplate; branch: Branch<Leaf> }[];
  parameter: Branch<Leaf> | null;
  end: { shape: readonly string[]; leaf: Leaf } | null;
}

/** A template that a path is one of; `isExact` false: only for a reader who takes case or escapes otherwise. */
interface Match<Leaf> {
  shape: readonly string[];
  leaf: Leaf;
  isExact: boolean;
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
 * The leaf of the template that is at least as specific as every other that the path is one of; `ambiguous` when there is
 * none such, or when a reader who takes case or escapes otherwise could see another one; null when it is of no template.
 */
export function findMostSpecific<Leaf>(
  root: Branch<Leaf>,
  segments: readonly Segment[],
): Leaf | 'ambiguous' | null {
  const matches: Match<Leaf>[] = [];
  collect(root, segments, 0, true, matches);
  const [first] = matches;
  if (first === undefined || !matches.some(({ isExact }) => isExact)) return null;
  if (matches.length === 1) return first.leaf;
  const best = matches.find((one) => matches.every((other) => one === other || isMoreSpecific(one, other)));
  return best?.isExact === true ? best.leaf : 'ambiguous';
}

/** At least as specific in every segment, and more so in one. */
function isMoreSpecific({ shape: one }: Match<unknown>, { shape: other }: Match<unknown>): boolean {
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
  segments: readonly Segment[],
  depth: number,
  isExact: boolean,
  matches: Match<Leaf>[],
): void {
  const segment = segments[depth];
  if (segment === undefined) {
    if (branch.end !== null) matches.push({ ...branch.end, isExact });
    return;
  }
  const exact = branch.texts.get(segment.raw);
  if (exact !== undefined) collect(exact, segments, depth + 1, isExact, matches);
  else if (branch.foldedTexts.size > 0) {
    for (const each of branch.foldedTexts.get(foldCase(segment.text)) ?? [])
      collect(each, segments, depth + 1, false, matches);
  }
  for (const { template, branch: next } of branch.mixed) {
    const match = matchMixed(template, segment);
    if (match !== 'none') collect(next, segments, depth + 1, isExact && match === 'exact', matches);
  }
  if (branch.parameter !== null && segment.text !== '')
    collect(branch.parameter, segments, depth + 1, isExact, matches);
}
