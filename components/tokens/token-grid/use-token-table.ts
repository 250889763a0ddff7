'use client';

import { useTable, type Header } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TokenRow } from '@/lib/domain/token-view';
import { gridFeatures, type GridFeatures, type GridMeta, type GridRow } from './table-features';
import { tokenColumns } from './token-columns';
import type { SortColumn } from './token-order';

export interface TokenTable {
  /** The rows in the order that is seen. */
  rows: readonly GridRow[];
  headers: readonly Header<GridFeatures, TokenRow, unknown>[];
  sort: { column: string; isDescending: boolean };
  setSort: (column: SortColumn, isDescending: boolean) => void;
}

/** Sorts the rows, by Expires until another column is chosen. `sortedAt`: the moment at which rows are compared. */
export function useTokenTable(rows: readonly TokenRow[], sortedAt: Date, meta: GridMeta): TokenTable {
  const columns = useMemo(() => tokenColumns(sortedAt), [sortedAt]);
  const table = useTable(
    {
      features: gridFeatures,
      columns,
      data: rows,
      meta,
      getRowId: (row) => row.id,
      initialState: { sorting: [{ id: 'expires', desc: false }] },
      enableSortingRemoval: false,
      enableMultiSort: false,
    },
    (state) => ({ sorting: state.sorting }),
  );
  const [sort] = table.state.sorting;
  return {
    rows: table.getRowModel().rows,
    headers: table.getHeaderGroups()[0]?.headers ?? [],
    sort: { column: sort?.id ?? 'expires', isDescending: sort?.desc ?? false },
    setSort: (column, isDescending) => table.setSorting([{ id: column, desc: isDescending }]),
  };
}
