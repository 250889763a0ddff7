import type { Column } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TokenRow } from '@/lib/domain/token-view';
import type { GridFeatures } from './table-features';

const directions = { asc: 'ascending', desc: 'descending' } as const;

/** The head of a column: its title sorts, and the arrow says which way the values rise. */
export function SortHead({
  column,
  children,
}: {
  column: Column<GridFeatures, TokenRow>;
  children?: ReactNode;
}) {
  const sorted = column.getIsSorted();
  const title = column.columnDef.header;
  return (
    <th data-column={column.id} aria-sort={sorted === false ? 'none' : directions[sorted]} scope="col">
      <button
        type="button"
        className={sorted === false ? undefined : 'sort'}
        onClick={() => column.toggleSorting()}
      >
        {typeof title === 'string' ? title : column.id}
        {sorted === 'asc' && <ArrowDown aria-hidden="true" />}
        {sorted === 'desc' && <ArrowUp aria-hidden="true" />}
      </button>
      {children}
    </th>
  );
}
