import { FilterSelect } from '@/components/ui/filter-select';
import { columnTitle } from './token-columns';
import { sortColumns } from './token-order';
import type { TokenTable } from './use-token-table';

/** The order of the list, where there are no column heads to press. */
export function SortSelect({ table }: { table: TokenTable }) {
  const options = sortColumns.map((column) => ({ value: column, label: columnTitle(column) }));
  const current = sortColumns.find((column) => column === table.sort.column) ?? 'expires';
  return (
    <FilterSelect
      label="Sort by"
      value={current}
      options={options}
      onValueChange={(column) => table.setSort(column, column === 'lastUsed' || column === 'created')}
    />
  );
}
