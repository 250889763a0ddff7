import {
  createSortedRowModel,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
  type Row,
  type SortFn,
} from '@tanstack/react-table';
import type { KeyComponents } from '@/components/tokens/key-geometry';
import type { TokenRow } from '@/lib/domain/token-view';
import { compareKeys, type SortKey } from './token-order';

/** What every cell may need beside its row. */
export interface GridMeta {
  now: Date;
  components: KeyComponents;
}

/** The parts of the table library that are used: sorting. Filter and selection are our own. */
export const gridFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  tableMeta: metaHelper<GridMeta>(),
});

export type GridFeatures = typeof gridFeatures;
export type GridRow = Row<GridFeatures, TokenRow>;

/** Compares what the column's accessor worked out. */
export const byKey: SortFn<GridFeatures, TokenRow> = (left, right, columnId) =>
  compareKeys(left.getValue<SortKey>(columnId), right.getValue<SortKey>(columnId));
