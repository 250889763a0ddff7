import type { PickerGroup, PickerIndex, PickerOperation } from './picker-index';
import type { Match } from './picker-search';

/** One line of the list. `shown` are the operations of the group that pass the filters: what its box turns over. */
export type PickerRow =
  | { kind: 'group'; key: string; group: PickerGroup; shown: readonly string[]; isOpen: boolean }
  | OperationLine;

interface OperationLine {
  kind: 'operation';
  key: string;
  operation: PickerOperation;
  match: Match | null;
}

export interface RowFilter {
  /** Null: no search. */
  matches: ReadonlyMap<string, Match> | null;
  /** Null: all; else only these. */
  only: ReadonlySet<string> | null;
  /** Closed components and services. A filter opens them all: a hit must not hide. */
  closed: ReadonlySet<string>;
}

/**
 * The lines of the list: groups in catalog order, or in order of their best hit while searching. Where services are
 * imported, each service has a head above those of its components.
 */
export function pickerRows(index: PickerIndex, filter: RowFilter): PickerRow[] {
  const { matches, only } = filter;
  const isFiltered = matches !== null || only !== null;
  const passing = index.groups.flatMap((group): Passing[] => {
    const lines = linesOf(index, group, filter);
    if (lines.length === 0) return [];
    return [{ group, lines, shown: isFiltered ? lines.map(({ key }) => key) : group.codes }];
  });
  if (matches !== null) passing.sort((left, right) => bestOf(right) - bestOf(left));
  const isOpen = (key: string) => isFiltered || !filter.closed.has(key);
  const rowsOf = ({ group, shown, lines }: Passing): PickerRow[] => {
    const head = headRow(group, shown, isOpen(group.component));
    return head.isOpen ? [head, ...lines] : [head];
  };
  if (index.serviceGroups.size === 0) return passing.flatMap(rowsOf);
  return byService(passing).flatMap(([service, inside]) => {
    const group = index.serviceGroups.get(service);
    if (group === undefined) return inside.flatMap(rowsOf);
    const shown = isFiltered ? inside.flatMap((each) => each.shown) : group.codes;
    const head = headRow(group, shown, isOpen(service));
    return head.isOpen ? [head, ...inside.flatMap(rowsOf)] : [head];
  });
}

interface Passing {
  group: PickerGroup;
  shown: readonly string[];
  lines: readonly OperationLine[];
}

/** The operations of a group that pass, the best hit first. */
function linesOf(index: PickerIndex, group: PickerGroup, { matches, only }: RowFilter): OperationLine[] {
  const lines: OperationLine[] = [];
  for (const key of group.codes) {
    const match = matches?.get(key) ?? null;
    if (matches !== null && match === null) continue;
    if (only !== null && !only.has(key)) continue;
    const operation = index.byCode.get(key);
    if (operation !== undefined) lines.push({ kind: 'operation', key, operation, match });
  }
  return matches === null ? lines : lines.sort((left, right) => scoreOf(right) - scoreOf(left));
}

function headRow(group: PickerGroup, shown: readonly string[], isOpen: boolean) {
  return { kind: 'group', key: group.component, group, shown, isOpen } as const;
}

/** In the order in which their first group comes. */
function byService(passing: readonly Passing[]): [string, Passing[]][] {
  const services = new Map<string, Passing[]>();
  for (const each of passing) {
    const inside = services.get(each.group.service);
    if (inside === undefined) services.set(each.group.service, [each]);
    else inside.push(each);
  }
  return [...services];
}

function bestOf({ lines: [first] }: Passing): number {
  return first === undefined ? 0 : scoreOf(first);
}

function scoreOf({ match }: OperationLine): number {
  return match?.score ?? 0;
}
