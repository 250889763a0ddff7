import type { PickerRow } from './picker-rows';

/** What a key does in the list: go to a line, or open or close a group. Null: the key is not the list's. */
export type KeyStep = { kind: 'move'; to: number } | { kind: 'open' | 'close'; component: string };

const pageRows = 12;

/** Arrows, Home, End and the page keys move; Right opens a group; Left closes it, or goes up to the head of an operation. */
export function keyStep(rows: readonly PickerRow[], at: number, key: string): KeyStep | null {
  const row = rows[at];
  if (row === undefined) return null;
  const move = (to: number): KeyStep => ({ kind: 'move', to: Math.max(0, Math.min(rows.length - 1, to)) });
  switch (key) {
    case 'ArrowDown':
      return move(at + 1);
    case 'ArrowUp':
      return move(at - 1);
    case 'PageDown':
      return move(at + pageRows);
    case 'PageUp':
      return move(at - pageRows);
    case 'Home':
      return move(0);
    case 'End':
      return move(rows.length - 1);
    case 'ArrowLeft':
      if (row.kind === 'operation') return move(headOf(rows, at));
      if (row.isOpen) return { kind: 'close', component: row.group.component };
      return move(Math.max(0, serviceOf(rows, at)));
    case 'ArrowRight':
      if (row.kind === 'operation') return null;
      return row.isOpen ? move(at + 1) : { kind: 'open', component: row.group.component };
    default:
      return null;
  }
}

/** The line of the service that a component's head stands in; its own where there is none. */
function serviceOf(rows: readonly PickerRow[], at: number): number {
  const row = rows[at];
  if (row?.kind !== 'group') return at;
  const service = rows.findLastIndex(
    (each, line) => line < at && each.kind === 'group' && each.key === row.group.service,
  );
  return service < 0 ? at : service;
}

/** The line of the group head at or above a line: the head that sticks while its operations scroll. */
export function headOf(rows: readonly PickerRow[], at: number): number {
  for (let line = Math.min(at, rows.length - 1); line > 0; line -= 1) {
    if (rows[line]?.kind === 'group') return line;
  }
  return 0;
}
