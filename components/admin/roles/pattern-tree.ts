import { componentName } from '@/lib/domain/catalog';
import { permissionParts } from '@/lib/domain/permission';
import { coversPattern } from '@/lib/domain/role-cover';
import type { RoleOperation } from '@/lib/domain/role-view';

/** One thing that a role can hold: everything, a service, a component or an operation, with what lies in it. */
export interface PatternNode {
  kind: 'everything' | 'service' | 'component' | 'operation';
  /** `*`, `service.*`, `service.component.*` or a code. */
  pattern: string;
  /** What stands before the name, such as `environment.` of `environment.control`. */
  prefix: string;
  name: string;
  summary: string;
  children: readonly PatternNode[];
  /** How many operations lie in it. */
  size: number;
}

/** The catalog as a tree of patterns, in catalog order. */
export function patternTree(operations: readonly RoleOperation[]): PatternNode {
  const components = new Map<string, PatternNode[]>();
  for (const { code, summary } of operations) {
    const component = componentName(code);
    const name = permissionParts(code).operation;
    const leaf: PatternNode = {
      kind: 'operation',
      pattern: code,
      prefix: `${component}.`,
      name,
      summary,
      children: [],
      size: 1,
    };
    const inside = components.get(component);
    if (inside === undefined) components.set(component, [leaf]);
    else inside.push(leaf);
  }
  const services = new Map<string, PatternNode[]>();
  for (const [component, children] of components) {
    const { service, component: name } = permissionParts(component);
    const node = branch('component', `${component}.*`, `${service}.`, name, children);
    services.set(service, [...(services.get(service) ?? []), node]);
  }
  const nodes = [...services].map(([service, children]) =>
    branch('service', `${service}.*`, '', service, children),
  );
  return branch('everything', '*', '', 'Everything', nodes);
}

function branch(
  kind: PatternNode['kind'],
  pattern: string,
  prefix: string,
  name: string,
  children: readonly PatternNode[],
): PatternNode {
  const size = children.reduce((sum, child) => sum + child.size, 0);
  return { kind, pattern, prefix, name, summary: '', children, size };
}

/** What a role holds while it is being edited: no pattern lies within another. */
export type Patterns = ReadonlySet<string>;

export type PatternTick = 'none' | 'some' | 'all';

/** True when one of the patterns includes all of this one. */
export function isCovered(patterns: Patterns, pattern: string): boolean {
  return widerThan(pattern).some((outer) => patterns.has(outer));
}

/** The pattern and those that include all of it, the widest first: at most four, however many a role holds. */
function widerThan(pattern: string): string[] {
  const parts = pattern.split('.');
  return ['*', ...parts.slice(1).map((_, at) => `${parts.slice(0, at + 1).join('.')}.*`), pattern];
}

/** `all`: the pattern is held, what comes later included; `some`: parts of it are. */
export function tickOf(patterns: Patterns, pattern: string): PatternTick {
  if (isCovered(patterns, pattern)) return 'all';
  return [...patterns].some((inner) => coversPattern(pattern, inner)) ? 'some' : 'none';
}

/** How many operations of a node the patterns match. */
export function heldIn(node: PatternNode, patterns: Patterns): number {
  if (isCovered(patterns, node.pattern)) return node.size;
  return node.children.reduce((sum, child) => sum + heldIn(child, patterns), 0);
}

/** Adds a pattern; those within it go. */
export function withPattern(patterns: Patterns, pattern: string): Patterns {
  if (isCovered(patterns, pattern)) return patterns;
  return new Set([...[...patterns].filter((inner) => !coversPattern(pattern, inner)), pattern]);
}

/** Takes a pattern out. A wider one that includes it falls apart into what is left of it in the catalog of now. */
export function withoutPattern(tree: PatternNode, patterns: Patterns, pattern: string): Patterns {
  return new Set(
    [...patterns].flatMap((each) => {
      if (coversPattern(pattern, each)) return [];
      return coversPattern(each, pattern) ? rest(nodeOf(tree, each), pattern) : [each];
    }),
  );
}

/** Turns a pattern over. Held in part becomes held. */
export function togglePattern(tree: PatternNode, patterns: Patterns, pattern: string): Patterns {
  return tickOf(patterns, pattern) === 'all'
    ? withoutPattern(tree, patterns, pattern)
    : withPattern(patterns, pattern);
}

function rest(node: PatternNode | null, without: string): string[] {
  if (node === null || coversPattern(without, node.pattern)) return [];
  if (!coversPattern(node.pattern, without)) return [node.pattern];
  return node.children.flatMap((child) => rest(child, without));
}

/** The node of a pattern; null when the catalog has none. */
export function nodeOf(tree: PatternNode, pattern: string): PatternNode | null {
  if (tree.pattern === pattern) return tree;
  for (const child of tree.children) {
    const found = coversPattern(child.pattern, pattern) ? nodeOf(child, pattern) : null;
    if (found !== null) return found;
  }
  return null;
}
