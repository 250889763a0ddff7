'use client';

import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { TimeAxis } from '@/components/tokens/time-strip';
import { Checkbox } from '@/components/ui/checkbox';
import { SortHead } from './sort-head';
import type { GridMeta } from './table-features';
import styles from './token-grid.module.css';
import { sortColumns } from './token-order';
import { TokenTableRow } from './token-table-row';
import type { Grid } from './use-grid';
import type { Mark } from './use-marks';
import { useIsHydrated } from './use-page-now';
import type { TokenTable as Table } from './use-token-table';
import { withPinned } from './with-pinned';

interface TokenTableProps {
  table: Table;
  grid: Grid;
  /** All the person's tokens, also those the filter hides or that are still on their way. */
  total: number;
  marks: ReadonlyMap<string, Mark>;
  meta: GridMeta;
  /** Said below, such as that no token matches. */
  children?: ReactNode;
}

const rowPixels = 42;
const headPixels = 34;

/** The ledger of wide screens: only the lines in view are drawn, the cursor's line always. */
export function TokenTable({ table, grid, total, marks, meta, children }: TokenTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = table;
  const cursorIndex = grid.cursorId === null ? -1 : grid.order.indexOf(grid.cursorId);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => rowPixels,
    scrollMargin: headPixels,
    scrollPaddingStart: headPixels,
    overscan: 8,
    // What the server draws, and the browser before it has measured: a full page of lines.
    initialRect: { width: 1200, height: 900 },
    initialOffset: 0,
    rangeExtractor: (range: Range) => withPinned(range, cursorIndex),
  });
  useEffect(() => {
    const height = scroller.current?.clientHeight ?? 0;
    grid.view.current = {
      pageSize: Math.max(1, Math.floor((height - headPixels) / rowPixels) - 1),
      reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    };
  });

  const isEverySelected = rows.length > 0 && grid.chosen.length === rows.length;
  const isHydrated = useIsHydrated();
  const isLong =
    isHydrated && headPixels + virtualizer.getTotalSize() > (virtualizer.scrollRect?.height ?? 0);
  let end = headPixels;
  return (
    <div className={`ledger-scroll d-only ${isLong ? styles.long : ''}`} ref={scroller}>
      <table
        className={`ledger tokens ${styles.grid}`}
        role="grid"
        aria-label="Auth tokens"
        aria-multiselectable="true"
        aria-rowcount={rows.length < total ? -1 : rows.length + 1}
      >
        <colgroup>
          <col data-column="select" />
          {sortColumns.map((id) => (
            <col key={id} data-column={id} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th data-column="select">
              <Checkbox
                checked={isEverySelected || (grid.chosen.length > 0 && 'mixed')}
                onCheckedChange={() => grid.dispatch({ kind: 'checkAll' })}
                aria-label="Select all tokens"
              />
            </th>
            {table.headers.map((header) => (
              <SortHead key={header.id} column={header.column}>
                {header.id === 'expires' && <TimeAxis />}
              </SortHead>
            ))}
          </tr>
        </thead>
        <tbody {...grid.rowsProps}>
          {virtualizer.getVirtualItems().flatMap((item) => {
            const row = rows[item.index];
            if (row === undefined) return [];
            const gap = item.start - end;
            end = item.end;
            const line = (
              <TokenTableRow
                key={row.id}
                row={row}
                index={item.index}
                isSelected={grid.selection.selectedIds.has(row.id)}
                isCursor={item.index === cursorIndex}
                mark={marks.get(row.id)}
                meta={meta}
              />
            );
            return gap > 0 ? [<Spacer key={`above ${row.id}`} height={gap} />, line] : [line];
          })}
          <Spacer height={headPixels + virtualizer.getTotalSize() - end} />
        </tbody>
      </table>
      {children}
    </div>
  );
}

/** Stands for the lines that are not drawn. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr className={styles.spacer} role="presentation" aria-hidden="true">
      <td colSpan={sortColumns.length + 1} style={{ height }} />
    </tr>
  );
}
