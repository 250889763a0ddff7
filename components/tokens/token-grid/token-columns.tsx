import { createColumnHelper } from '@tanstack/react-table';
import type { TokenRow } from '@/lib/domain/token-view';
import {
  AccessCell,
  ContextCell,
  CreatedCell,
  DescriptionCell,
  ExpiresCell,
  LastUsedCell,
  StatusCell,
} from './cells';
import { byKey, type GridFeatures } from './table-features';
import { sortColumns, sortKey, type SortColumn } from './token-order';

const helper = createColumnHelper<GridFeatures, TokenRow>();

const heads: Record<SortColumn, { title: string; isNewestFirst?: boolean }> = {
  description: { title: 'Description' },
  access: { title: 'Access' },
  context: { title: 'Context' },
  expires: { title: 'Expires' },
  lastUsed: { title: 'Last used', isNewestFirst: true },
  created: { title: 'Created', isNewestFirst: true },
  status: { title: 'Status' },
};

const cells = {
  description: DescriptionCell,
  access: AccessCell,
  context: ContextCell,
  expires: ExpiresCell,
  lastUsed: LastUsedCell,
  created: CreatedCell,
  status: StatusCell,
};

/** The columns after the checkbox, compared as they stand at `now`. */
export function tokenColumns(now: Date) {
  const columns = sortColumns.map((id) => {
    const Cell = cells[id];
    return helper.accessor((row) => sortKey(id, row, now), {
      id,
      header: heads[id].title,
      sortFn: byKey,
      sortDescFirst: heads[id].isNewestFirst ?? false,
      cell: ({ row, table }) => {
        const meta = table.options.meta;
        return meta === undefined ? null : <Cell row={row.original} meta={meta} />;
      },
    });
  });
  return helper.columns(columns);
}

/** The title of a column, as its head says it. */
export function columnTitle(column: SortColumn): string {
  return heads[column].title;
}
