import { flexRender } from '@tanstack/react-table';
import { memo } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import type { GridMeta, GridRow } from './table-features';
import { tokenFacts } from './token-facts';
import styles from './token-grid.module.css';
import type { Mark } from './use-marks';

interface TokenTableRowProps {
  row: GridRow;
  /** 0-based, in the order that is seen. */
  index: number;
  isSelected: boolean;
  /** The one row that Tab reaches. */
  isCursor: boolean;
  mark: Mark | undefined;
  meta: GridMeta;
}

const markNames = { changed: 'flash', fresh: 'fresh' } as const;

/** One line of the ledger. It has no handlers of its own: the table listens for all rows. */
export const TokenTableRow = memo(function TokenTableRow(props: TokenTableRowProps) {
  const { row, index, isSelected, isCursor, mark, meta } = props;
  const facts = tokenFacts(row.original, meta.now);
  const names = [
    styles.row,
    index % 5 === 4 && styles.fifth,
    facts.isEnded && 'off',
    facts.isResting && 'pausd',
    mark !== undefined && markNames[mark],
  ];
  return (
    <tr
      data-id={row.id}
      className={names.filter(Boolean).join(' ')}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isCursor ? 0 : -1}
    >
      <td data-column="select">
        <Checkbox
          checked={isSelected}
          readOnly
          tabIndex={-1}
          aria-label={`Select ${row.original.description}`}
        />
      </td>
      {row.getAllCells().map((cell) => (
        <td
          key={cell.column.id}
          data-column={cell.column.id}
          className={cell.column.id === 'description' ? 'desc' : undefined}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </td>
      ))}
    </tr>
  );
});
