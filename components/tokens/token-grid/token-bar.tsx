'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { TokenRow } from '@/lib/domain/token-view';
import { CountTag } from './count-tag';
import { FilterSelects } from './filter-selects';
import { SearchBox } from './search-box';
import { SortSelect } from './sort-select';
import { contextChoices, type TokenFilter } from './token-filter';
import styles from './token-grid.module.css';
import { TokenToolbar, type TokenToolbarProps } from './token-toolbar';
import type { Grid } from './use-grid';
import type { TokenTable } from './use-token-table';

interface TokenBarProps extends Omit<TokenToolbarProps, 'chosenCount'> {
  rows: readonly TokenRow[];
  table: TokenTable;
  grid: Grid;
  filter: TokenFilter;
  onFilter: (change: Partial<TokenFilter>) => void;
  /** No token at all: there is nothing to search. */
  isEmpty: boolean;
}

/** The line above the grid: the tools, what is in hand, the search and the filters. */
export function TokenBar({ rows, table, grid, filter, onFilter, isEmpty, ...tools }: TokenBarProps) {
  const [isOpen, setIsOpen] = useState(false);
  const filtersId = useId();
  const contexts = useMemo(() => contextChoices(rows), [rows]);
  const chosen = grid.chosen.length;
  const { selectedIds } = grid.selection;
  const hidden =
    useMemo(() => rows.filter((row) => selectedIds.has(row.id)).length, [rows, selectedIds]) - chosen;
  return (
    <div className={`bar ${styles.bar}`}>
      <TokenToolbar {...tools} chosenCount={chosen} />
      <CountTag
        chosen={chosen}
        hidden={Math.max(0, hidden)}
        onClear={() => grid.dispatch({ kind: 'clear' })}
      />
      <span className="sp d-only" />
      {!isEmpty && (
        <>
          <SearchBox value={filter.search} onChange={(search) => onFilter({ search })} />
          <button
            type="button"
            className={`iconbtn ${styles.filterButton}`}
            aria-label="Filter and sort"
            aria-expanded={isOpen}
            aria-controls={filtersId}
            onClick={() => setIsOpen((was) => !was)}
          >
            <SlidersHorizontal aria-hidden="true" />
          </button>
          <div className={styles.filters} id={filtersId} data-open={isOpen}>
            <FilterSelects filter={filter} onFilter={onFilter} contexts={contexts} />
            <span className="m-only">
              <SortSelect table={table} />
            </span>
          </div>
        </>
      )}
    </div>
  );
}
