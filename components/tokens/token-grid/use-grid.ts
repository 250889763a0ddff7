'use client';

import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { keyAction } from './grid-keys';
import {
  cursorIn,
  nextSelection,
  nothingSelected,
  selectedIn,
  type Selection,
  type SelectionAction,
} from './selection';

/** What Enter, a double click and Delete ask for; the rows they mean, in their order. */
export interface GridActions {
  onEdit: (ids: readonly string[]) => void;
  onRemove: (ids: readonly string[]) => void;
}

/** The grid as its rows see it: what is chosen, and the listeners that stand on the element around all rows. */
export interface Grid {
  order: readonly string[];
  selection: Selection;
  cursorId: string | null;
  /** The chosen rows that are seen, in their order: what the tools act on. */
  chosen: readonly string[];
  dispatch: (action: SelectionAction) => void;
  /** Chooses one row and brings it into view, as soon as it is there. */
  goTo: (id: string) => void;
  /** These rows are gone. The focus goes with the cursor to a row that stays, once the dialog above has let go of it. */
  forget: (ids: readonly string[]) => void;
  /** Set by whoever draws the rows: how many fit a page, and how to bring one into view. */
  view: RefObject<GridView>;
  rowsProps: {
    onClick: (event: MouseEvent) => void;
    onDoubleClick: (event: MouseEvent) => void;
    onMouseDown: (event: MouseEvent) => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

export interface GridView {
  pageSize: number;
  reveal: (index: number) => void;
}

/** Selection by mouse and keyboard over rows in this order, as in a file manager. */
export function useGrid(order: readonly string[], actions: GridActions): Grid {
  const [selection, setSelection] = useState(nothingSelected);
  const view = useRef<GridView>({ pageSize: 10, reveal: () => undefined });
  const toFocus = useRef<string | null>(null);
  const toReveal = useRef<string | null>(null);
  const cursorId = cursorIn(selection, order);
  const chosen = selectedIn(selection, order);
  const dispatch = useCallback(
    (action: SelectionAction) => setSelection((state) => nextSelection(state, action, order)),
    [order],
  );

  // The row of the cursor may only exist after it was brought into view.
  useEffect(() => {
    if (toFocus.current === null) return;
    const row = rowElement(toFocus.current);
    if (row === null) return;
    toFocus.current = null;
    row.focus({ preventScroll: true });
  });

  useEffect(() => {
    const index = toReveal.current === null ? -1 : order.indexOf(toReveal.current);
    if (index < 0) return;
    toReveal.current = null;
    view.current.reveal(index);
  });

  const goTo = (id: string) => {
    toReveal.current = id;
    dispatch({ kind: 'press', id, isRange: false, isAdditive: false });
  };

  const forget = (ids: readonly string[]) => {
    const next = nextSelection(selection, { kind: 'forget', ids: new Set(ids) }, order);
    setSelection(next);
    const id = cursorIn(
      next,
      order.filter((each) => !ids.includes(each)),
    );
    setTimeout(() => (id === null ? document.querySelector('main') : rowElement(id))?.focus(), 50);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const [isAdditive, isRange] = [event.ctrlKey || event.metaKey, event.shiftKey];
    const action = keyAction(event, view.current.pageSize);
    if (action !== null) {
      event.preventDefault();
      const next = nextSelection(selection, action, order);
      setSelection(next);
      const id = cursorIn(next, order);
      if (id === null) return;
      toFocus.current = id;
      if (action.kind === 'move') view.current.reveal(order.indexOf(id));
      return;
    }
    if (cursorId === null || isAdditive || isRange || event.altKey) return;
    if (event.key !== 'Enter' && event.key !== 'Delete') return;
    event.preventDefault();
    // With nothing chosen, the key means the row it is pressed on.
    if (chosen.length === 0) dispatch({ kind: 'press', id: cursorId, isRange: false, isAdditive: false });
    const meant = chosen.length === 0 ? [cursorId] : chosen;
    if (event.key === 'Enter') actions.onEdit(meant);
    else actions.onRemove(meant);
  };

  const onClick = (event: MouseEvent) => {
    const id = rowIdAt(event);
    if (id === null) return;
    const isBox = (event.target as Element).closest('[data-column="select"]') !== null;
    dispatch(
      isBox
        ? { kind: 'check', id, isRange: event.shiftKey }
        : { kind: 'press', id, isRange: event.shiftKey, isAdditive: event.ctrlKey || event.metaKey },
    );
    rowElement(id)?.focus({ preventScroll: true });
  };

  return {
    order,
    selection,
    cursorId,
    chosen,
    dispatch,
    goTo,
    forget,
    view,
    rowsProps: {
      onClick,
      onDoubleClick: (event) => {
        const id = rowIdAt(event);
        if (id !== null && (event.target as Element).closest('[data-column="select"]') === null)
          actions.onEdit([id]);
      },
      // Shift and double clicks would select the page's text.
      onMouseDown: (event) => {
        if (event.shiftKey || event.detail > 1) event.preventDefault();
      },
      onKeyDown,
    },
  };
}

function rowIdAt(event: MouseEvent): string | null {
  const row = (event.target as Element).closest('[data-id]');
  return row instanceof HTMLElement ? (row.dataset['id'] ?? null) : null;
}

function rowElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[role="grid"] [data-id="${CSS.escape(id)}"]`);
}
