import { isCovered, tickOf, type PatternNode, type Patterns } from './pattern-tree';

/** One line of the tree. Only components fold. */
export interface TreeRow {
  node: PatternNode;
  isOpen: boolean;
}

export interface TreeFilter {
  query: string;
  isOnlyChecked: boolean;
  /** Components whose operations are shown. A filter shows those of all. */
  open: ReadonlySet<string>;
}

/** The lines to show: every word of the query stands in code or summary, and with `isOnlyChecked` something is held. */
export function treeRows(tree: PatternNode, patterns: Patterns, filter: TreeFilter): TreeRow[] {
  const words = wordsOf(filter.query);
  const isFiltered = words.length > 0 || filter.isOnlyChecked;
  const passes = (node: PatternNode) =>
    (!filter.isOnlyChecked || isCovered(patterns, node.pattern)) && matches(node, words);
  const rows: TreeRow[] = [];
  for (const service of tree.children) {
    const inside = service.children.flatMap((component): TreeRow[] => {
      const shown = component.children.filter(passes);
      if (isFiltered && shown.length === 0) return [];
      const isOpen = isFiltered || filter.open.has(component.pattern);
      const head = { node: component, isOpen };
      return isOpen ? [head, ...shown.map((node) => ({ node, isOpen: false }))] : [head];
    });
    if (inside.length > 0) rows.push({ node: service, isOpen: true }, ...inside);
  }
  return words.length > 0 || rows.length === 0 ? rows : [{ node: tree, isOpen: true }, ...rows];
}

/** The components to open at first: those held in part. */
export function startOpen(tree: PatternNode, patterns: Patterns): ReadonlySet<string> {
  const components = tree.children.flatMap((service) => service.children);
  return new Set(
    components.map(({ pattern }) => pattern).filter((pattern) => tickOf(patterns, pattern) === 'some'),
  );
}

/** The words of a query, in lower case. */
export function wordsOf(query: string): string[] {
  return query
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function matches({ pattern, summary }: PatternNode, words: readonly string[]): boolean {
  const text = `${pattern} ${summary}`.toLocaleLowerCase('en');
  return words.every((word) => text.includes(word));
}
