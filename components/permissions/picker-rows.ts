import type { PickerGroup, PickerIndex, PickerOperation } from './picker-index';
import type { Match } from './picker-search';

/** One line of the list. `shown` are the operations of the group that pass the filters: what its box turns over. */
export type PickerRow =
  | { kind: 'group'; key: string; group: PickerGroup; shown: readonly string[]; isOpen: boolean }
  | { kind: 'operation'; key: string; operation: PickerOperation; match: Match | null };

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
  const passing = index.groups.flatMap((group) => {
    const shown = isFiltered
      ? group.codes.filter(
          (code) => (matches === null || matches.has(code)) && (only === null || only.has(code)),
        )
      : group.codes;
    return shown.length === 0 ? [] : [{ group, shown: matches === null ? shown : ranked(shown, matches) }];
  });
  if (matches !== null) passing.sort((left, right) => best(right.shown, matches) - best(left.shown, matches));
  const isOpen = (key: string) => isFiltered || !filter.closed.has(key);
  const rowsOf = ({ group, shown }: Passing): PickerRow[] => {
    const head = headRow(group, shown, isOpen(group.component));
    if (!head.isOpen) return [head];
    return [head, ...shown.flatMap((code) => operationRow(index, code, matches))];
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

function operationRow(index: PickerIndex, code: string, matches: RowFilter['matches']): PickerRow[] {
  const operation = index.byCode.get(code);
  if (operation === undefined) return [];
  return [{ kind: 'operation', key: code, operation, match: matches?.get(code) ?? null }];
}

function ranked(codes: readonly string[], matches: ReadonlyMap<string, Match>): string[] {
  return [...codes].sort((left, right) => scoreOf(right, matches) - scoreOf(left, matches));
}

function best(codes: readonly string[], matches: ReadonlyMap<string, Match>): number {
  const [first] = codes;
  return first === undefined ? 0 : scoreOf(first, matches);
}

function scoreOf(code: string, matches: ReadonlyMap<string, Match>): number {
  return matches.get(code)?.score ?? 0;
}
