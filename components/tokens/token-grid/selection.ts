/** What is selected, where the cursor stands, and from where a range is stretched: three things, as in a file manager. */
export interface Selection {
  selectedIds: ReadonlySet<string>;
  cursorId: string | null;
  anchorId: string | null;
}

export type Step = 'up' | 'down' | 'pageUp' | 'pageDown' | 'home' | 'end';

/** `isRange`: Shift was held. `isAdditive`: Ctrl or Cmd was held. */
export type SelectionAction =
  | { kind: 'press'; id: string; isRange: boolean; isAdditive: boolean }
  | { kind: 'check'; id: string; isRange: boolean }
  | { kind: 'move'; step: Step; pageSize: number; isRange: boolean; isAdditive: boolean }
  | { kind: 'toggleAtCursor'; isRange: boolean }
  | { kind: 'checkAll' }
  | { kind: 'selectAll' }
  | { kind: 'clear' }
  | { kind: 'forget'; ids: ReadonlySet<string> };

export const nothingSelected: Selection = { selectedIds: new Set(), cursorId: null, anchorId: null };

/**
 * The next selection. `order` is the rows as they stand now, sorted and filtered; a selected row that the filter hides
 * keeps its mark until something else is chosen.
 */
export function nextSelection(
  state: Selection,
  action: SelectionAction,
  order: readonly string[],
): Selection {
  switch (action.kind) {
    case 'press':
      return press(state, action.id, order, action);
    case 'check':
      return action.isRange ? stretch(state, action.id, order, true) : toggle(state, action.id);
    case 'move':
      return move(state, action, order);
    case 'toggleAtCursor': {
      const id = cursorIn(state, order);
      if (id === null) return state;
      return action.isRange ? stretch(state, id, order, false) : toggle(state, id);
    }
    case 'checkAll': {
      const isEverySelected = order.length > 0 && order.every((id) => state.selectedIds.has(id));
      return isEverySelected
        ? { ...state, selectedIds: without(state.selectedIds, new Set(order)) }
        : selectAll(state, order);
    }
    case 'selectAll':
      return selectAll(state, order);
    case 'clear':
      return { ...state, selectedIds: new Set(), anchorId: state.cursorId };
    case 'forget':
      return forget(state, action.ids, order);
  }
}

/** Where the cursor stands among these rows: the first one when its own row is hidden or none was chosen yet. */
export function cursorIn(state: Selection, order: readonly string[]): string | null {
  if (state.cursorId !== null && order.includes(state.cursorId)) return state.cursorId;
  return order[0] ?? null;
}

/** The selected rows that can be seen, in their order: what a tool acts on. */
export function selectedIn(state: Selection, order: readonly string[]): string[] {
  return order.filter((id) => state.selectedIds.has(id));
}

function press(
  state: Selection,
  id: string,
  order: readonly string[],
  keys: { isRange: boolean; isAdditive: boolean },
): Selection {
  if (keys.isRange) return stretch(state, id, order, keys.isAdditive);
  if (keys.isAdditive) return toggle(state, id);
  return { selectedIds: new Set([id]), cursorId: id, anchorId: id };
}

function toggle(state: Selection, id: string): Selection {
  const selectedIds = new Set(state.selectedIds);
  if (!selectedIds.delete(id)) selectedIds.add(id);
  return { selectedIds, cursorId: id, anchorId: id };
}

/** From the anchor to `id`. The anchor stays, so that the next stretch starts from the same row. */
function stretch(state: Selection, id: string, order: readonly string[], isAdditive: boolean): Selection {
  const anchorId = anchorIn(state, order, id);
  const [from, to] = [order.indexOf(anchorId), order.indexOf(id)];
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return {
    selectedIds: new Set(isAdditive ? [...state.selectedIds, ...range] : range),
    cursorId: id,
    anchorId,
  };
}

function anchorIn(state: Selection, order: readonly string[], fallback: string): string {
  if (state.anchorId !== null && order.includes(state.anchorId)) return state.anchorId;
  if (state.cursorId !== null && order.includes(state.cursorId)) return state.cursorId;
  return order.includes(fallback) ? (order[0] ?? fallback) : fallback;
}

function move(
  state: Selection,
  action: Extract<SelectionAction, { kind: 'move' }>,
  order: readonly string[],
): Selection {
  const from = state.cursorId === null ? -1 : order.indexOf(state.cursorId);
  const id =
    order[Math.min(order.length - 1, Math.max(0, target(from, action.step, action.pageSize, order.length)))];
  if (id === undefined) return state;
  // Ctrl+arrow walks without choosing: the cursor alone moves.
  if (action.isAdditive && !action.isRange) return { ...state, cursorId: id };
  return press(state, id, order, action);
}

function target(from: number, step: Step, pageSize: number, length: number): number {
  const start = Math.max(0, from);
  switch (step) {
    case 'up':
      return start - 1;
    case 'down':
      return from < 0 ? 0 : start + 1;
    case 'pageUp':
      return start - pageSize;
    case 'pageDown':
      return start + pageSize;
    case 'home':
      return 0;
    case 'end':
      return length - 1;
  }
}

function selectAll(state: Selection, order: readonly string[]): Selection {
  return {
    ...state,
    selectedIds: new Set([...state.selectedIds, ...order]),
    cursorId: cursorIn(state, order),
  };
}

/** Rows are gone; the cursor steps to the next one that stays, else to the one before. `order` still lists them. */
function forget(state: Selection, gone: ReadonlySet<string>, order: readonly string[]): Selection {
  const selectedIds = without(state.selectedIds, gone);
  const anchorId = state.anchorId !== null && gone.has(state.anchorId) ? null : state.anchorId;
  if (state.cursorId === null || !gone.has(state.cursorId))
    return { selectedIds, cursorId: state.cursorId, anchorId };
  const at = order.indexOf(state.cursorId);
  const stays = (id: string) => !gone.has(id);
  const cursorId = order.slice(at + 1).find(stays) ?? order.slice(0, Math.max(0, at)).findLast(stays) ?? null;
  return { selectedIds, cursorId, anchorId };
}

function without(ids: ReadonlySet<string>, gone: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...ids].filter((id) => !gone.has(id)));
}
