import type { KeyComponents } from '@/components/tokens/key-geometry';
import type { Grid } from '@/components/tokens/token-grid/use-grid';
import { Checkbox } from '@/components/ui/checkbox';
import type { OwnedTokenRow } from '@/lib/domain/admin-view';
import type { AllTokensFilter } from '@/lib/domain/all-tokens-filter';
import { AllTokensLine } from './all-tokens-line';

const heads = [
  ['c-desc', 'Description'],
  ['c-owner', 'Owner'],
  ['c-access', 'Access'],
  ['c-context', 'Context'],
  ['c-expires', 'Expires'],
  ['c-used', 'Last used'],
  ['c-status', 'Status'],
] as const;

/** Which head the rows are sorted by, and which way its values rise; by when they were made, no head says so. */
const sorted: Record<AllTokensFilter['sort'], [string, 'ascending' | 'descending'] | null> = {
  '': null,
  newest: null,
  oldest: null,
  used: ['Last used', 'descending'],
  unused: ['Last used', 'ascending'],
  ending: ['Expires', 'ascending'],
  lasting: ['Expires', 'descending'],
};

export interface AllTokensLedgerProps {
  rows: readonly OwnedTokenRow[];
  components: KeyComponents;
  now: Date;
  sort: AllTokensFilter['sort'];
  /** Null for who may look but not revoke: then nothing can be selected. */
  grid: Grid | null;
  maySeeLog: boolean;
}

/** Everyone's tokens, ruled as one's own are, selected as one's own are. */
export function AllTokensLedger({ rows, components, now, sort, grid, maySeeLog }: AllTokensLedgerProps) {
  const chosen = grid?.chosen.length ?? 0;
  const isEvery = rows.length > 0 && chosen === rows.length;
  const [head, direction] = sorted[sort] ?? [null, 'none'];
  return (
    <table
      className={`ledger stack alltokens${grid === null ? '' : ' picks'}`}
      role={grid === null ? 'table' : 'grid'}
      aria-label="All tokens"
      aria-multiselectable={grid === null ? undefined : true}
    >
      <thead role="rowgroup">
        <tr role="row">
          {grid !== null && (
            <th role="columnheader" className="c-pick">
              <Checkbox
                checked={isEvery || (chosen > 0 && 'mixed')}
                onCheckedChange={() => grid.dispatch({ kind: 'checkAll' })}
                aria-label="Select all tokens of this page"
              />
            </th>
          )}
          {heads.map(([className, title]) => (
            <th
              key={title}
              role="columnheader"
              className={className}
              aria-sort={title === head ? direction : undefined}
            >
              {title}
            </th>
          ))}
          {maySeeLog && (
            <th role="columnheader" className="c-act">
              <span className="vh">Events</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup" {...grid?.rowsProps}>
        {rows.map((row) => (
          <AllTokensLine
            key={row.id}
            row={row}
            components={components}
            now={now}
            maySeeLog={maySeeLog}
            pick={
              grid && {
                isSelected: grid.selection.selectedIds.has(row.id),
                isCursor: grid.cursorId === row.id,
              }
            }
          />
        ))}
      </tbody>
    </table>
  );
}
