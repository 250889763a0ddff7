'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useLiveFeed } from '@/components/shell/live-feed';
import type { TokenRow } from '@/lib/domain/token-view';
import { fetchRow, fetchRowsFrom, RowsUnreadable, type RowsPage } from './fetch-rows';
import { nextRows, type RowsState, type TokenUsed } from './rows-state';
import { useMarks, type Mark } from './use-marks';

/** Whether rows are being read, and why not. */
export interface Reading {
  isReading: boolean;
  problem: string | null;
  /** When all rows were last read again. */
  refreshedAt: Date | null;
}

export interface TokenRows extends RowsState {
  reading: Reading;
  marks: ReadonlyMap<string, Mark>;
  refresh: () => void;
  putRow: (row: TokenRow, mark: Mark | null) => void;
  dropRows: (ids: readonly string[]) => void;
}

const useMilliseconds = 500;
const changesOfOwner = new Set([
  'person.roles-changed',
  'person.blocked',
  'person.unblocked',
  'role.created',
  'role.changed',
]);

const changesNoRow = new Set(['token.first-used', 'leak.reported']);

/** The person's tokens: the first rows come with the page, the rest in chunks; the feed keeps them current. */
export function useTokenRows(initial: RowsState): TokenRows {
  const [state, dispatch] = useReducer(nextRows, initial);
  const [marks, mark] = useMarks();
  const [reading, setReading] = useState<Reading>({ isReading: false, problem: null, refreshedAt: null });
  const running = useRef<AbortController | null>(null);

  const read = useCallback((from: number) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setReading((last) => ({ ...last, isReading: true, problem: null }));
    const gathered: TokenRow[] = [];
    const take = (page: RowsPage) => {
      // Rows that are read again replace all at once at the end, so that the list does not flicker.
      if (from === 0) gathered.push(...page.rows);
      else dispatch({ kind: 'chunk', ...page });
    };
    fetchRowsFrom(from, controller.signal, take).then(
      () => {
        if (from === 0) dispatch({ kind: 'replaced', rows: gathered, total: gathered.length });
        setReading({ isReading: false, problem: null, refreshedAt: new Date() });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const problem = error instanceof RowsUnreadable ? error.message : 'The rows could not be read.';
        setReading((last) => ({ ...last, isReading: false, problem }));
      },
    );
  }, []);

  const hasMore = initial.rows.length < initial.total;
  const loaded = initial.rows.length;
  useEffect(() => {
    if (hasMore) read(loaded);
    return () => running.current?.abort();
  }, [hasMore, loaded, read]);

  const refresh = useCallback(() => read(0), [read]);
  const putRow = useCallback(
    (row: TokenRow, kind: Mark | null) => {
      dispatch({ kind: 'row', row });
      if (kind !== null) mark(row.id, kind);
    },
    [mark],
  );
  const dropRows = useCallback(
    (ids: readonly string[]) => dispatch({ kind: 'removed', ids: new Set(ids) }),
    [],
  );

  const uses = useUses((list) => dispatch({ kind: 'used', uses: list }));
  useLiveFeed(
    (change) => {
      if (change.outcome !== 'done') return;
      if (changesOfOwner.has(change.action)) return refresh();
      if (change.subjectKind !== 'token' || changesNoRow.has(change.action)) return;
      if (change.action === 'token.removed') return dropRows([change.subjectId]);
      const known = state.rows.find((row) => row.id === change.subjectId);
      const apply = (row: TokenRow | null) => {
        if (row === null) dropRows([change.subjectId]);
        else putRow(row, known?.version === row.version ? null : 'changed');
      };
      fetchRow(change.subjectId, new AbortController().signal).then(apply, refresh);
    },
    uses,
    refresh,
  );

  return { ...state, reading, marks, refresh, putRow, dropRows };
}

/** Gathers uses: the first is shown at once, those of the next half second together. A busy token has many a second. */
function useUses(show: (uses: readonly TokenUsed[]) => void): (use: TokenUsed) => void {
  const waiting = useRef<TokenUsed[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), []);
  const flush = () => {
    timer.current = null;
    if (waiting.current.length === 0) return;
    show(waiting.current);
    waiting.current = [];
    timer.current = setTimeout(flush, useMilliseconds);
  };
  return (use) => {
    waiting.current.push(use);
    if (timer.current === null) flush();
  };
}
