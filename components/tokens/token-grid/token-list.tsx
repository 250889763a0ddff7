'use client';

import { useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { ListAxis } from '@/components/tokens/time-strip';
import type { GridMeta } from './table-features';
import styles from './token-grid.module.css';
import { TokenListRow } from './token-list-row';
import type { Grid } from './use-grid';
import type { Mark } from './use-marks';
import type { TokenTable } from './use-token-table';
import { withPinned } from './with-pinned';

interface TokenListProps {
  table: TokenTable;
  grid: Grid;
  total: number;
  marks: ReadonlyMap<string, Mark>;
  meta: GridMeta;
  /** Said below, such as that no token matches. */
  children?: ReactNode;
}

const itemPixels = 102;
const narrowedItemPixels = 117;

/** The same grid on narrow screens: one list along the margin of today, scrolled with the page. */
export function TokenList({ table, grid, total, marks, meta, children }: TokenListProps) {
  const body = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const { rows } = table;
  const cursorIndex = grid.cursorId === null ? -1 : grid.order.indexOf(grid.cursorId);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: (index) =>
      (rows[index]?.original.withdrawnCount ?? 0) > 0 ? narrowedItemPixels : itemPixels,
    scrollMargin: margin,
    scrollPaddingStart: 140,
    overscan: 4,
    initialRect: { width: 390, height: 900 },
    initialOffset: 0,
    rangeExtractor: (range: Range) => withPinned(range, cursorIndex),
  });
  // What stands above the list (the sentence, the tools) wraps as it likes.
  useLayoutEffect(() => {
    const top =
      body.current === null ? 0 : Math.round(body.current.getBoundingClientRect().top + window.scrollY);
    if (top !== margin) setMargin(top);
  });
  useEffect(() => {
    grid.view.current = {
      pageSize: Math.max(1, Math.floor(window.innerHeight / itemPixels) - 2),
      reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    };
  });

  let end = margin;
  return (
    <div className={`list m-only ${styles.list}`}>
      <ListAxis />
      <div
        role="grid"
        aria-label="Auth tokens"
        aria-multiselectable="true"
        aria-rowcount={rows.length < total ? -1 : rows.length}
        style={{ minHeight: virtualizer.getTotalSize() }}
        ref={body}
      >
        <div role="rowgroup" {...grid.rowsProps}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const gap = item.start - end;
            end = item.end;
            return (
              <div key={row.id} role="presentation" style={gap > 0 ? { paddingTop: gap } : undefined}>
                <TokenListRow
                  row={row}
                  index={item.index}
                  isSelected={grid.selection.selectedIds.has(row.id)}
                  isCursor={item.index === cursorIndex}
                  mark={marks.get(row.id)}
                  meta={meta}
                />
              </div>
            );
          })}
        </div>
      </div>
      {children}
    </div>
  );
}
