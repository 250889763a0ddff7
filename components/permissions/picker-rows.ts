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
  /** Closed components. A filter opens them all: a hit must not hide. */
  closed: ReadonlySet<string>;
}

/** The lines of the list: groups in catalog order, or in order of their best hit while searching. */
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
  return passing.flatMap(({ group, shown }) => {
    const isOpen = isFiltered || !filter.closed.has(group.component);
    const head: PickerRow = { kind: 'group', key: group.component, group, shown, isOpen };
    if (!isOpen) return [head];
    return [head, ...shown.flatMap((code) => operationRow(index, code, matches))];
  });
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
