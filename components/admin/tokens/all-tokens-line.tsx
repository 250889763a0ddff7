import { ScrollText } from 'lucide-react';
import Link from 'next/link';
import type { KeyboardEvent } from 'react';
import { addressOf } from '@/components/admin/part-links';
import type { KeyComponents } from '@/components/tokens/key-geometry';
import {
  ContextCell,
  DescriptionCell,
  ExpiresCell,
  LastUsedCell,
  RowKey,
  StatusCell,
} from '@/components/tokens/token-grid/cells';
import { accessNote, accessText, tokenFacts } from '@/components/tokens/token-grid/token-facts';
import { Checkbox } from '@/components/ui/checkbox';
import type { OwnedTokenRow } from '@/lib/domain/admin-view';

export interface AllTokensLineProps {
  row: OwnedTokenRow;
  components: KeyComponents;
  now: Date;
  /** Null where nothing can be selected. */
  pick: { isSelected: boolean; isCursor: boolean } | null;
  /** Then a link leads to what is written of the token. */
  maySeeLog: boolean;
}

/** One token with its owner. A blocked owner's tokens are refused, whatever else they say. */
export function AllTokensLine({ row, components, now, pick, maySeeLog }: AllTokensLineProps) {
  const cell = { row, meta: { now, components } };
  const isOff = row.status === 'expired' || row.owner.isBlocked;
  const { isResting } = tokenFacts(row, now);
  const role = pick === null ? 'cell' : 'gridcell';
  return (
    <tr
      role="row"
      className={isOff ? 'off' : isResting ? 'pausd' : undefined}
      data-id={row.id}
      aria-selected={pick?.isSelected}
      tabIndex={pick === null ? undefined : pick.isCursor ? 0 : -1}
    >
      {pick !== null && (
        <td role="gridcell" className="c-pick" data-column="select">
          <Checkbox
            checked={pick.isSelected}
            readOnly
            tabIndex={-1}
            aria-label={`Select ${row.description} of ${row.owner.name}`}
          />
        </td>
      )}
      <td role="rowheader" className="desc">
        <DescriptionCell {...cell} />
      </td>
      <td role={role} className="c-owner">
        <span className="t1" title={row.owner.name}>
          {row.owner.name}
        </span>
        <span className="t2" title={row.owner.email}>
          {row.owner.email}
        </span>
      </td>
      <td role={role} className="c-access">
        <div className="acc">
          <RowKey {...cell} />
          <div>
            <span className="t1">{accessText(row)}</span>
            <span className={row.withdrawnCount > 0 ? 't2 rust' : 't2'}>
              {row.access === 'full' ? 'all that they hold' : accessNote(row)}
            </span>
          </div>
        </div>
      </td>
      <td role={role} className="c-context">
        <ContextCell {...cell} />
      </td>
      <td role={role} className="c-expires" data-head="Expires">
        <ExpiresCell {...cell} />
      </td>
      <td role={role} className="c-used" data-head="Last used">
        <LastUsedCell {...cell} />
      </td>
      <td role={role} className="c-status">
        {row.owner.isBlocked ? <span className="st exp_ dim">Owner blocked</span> : <StatusCell {...cell} />}
      </td>
      {maySeeLog && (
        <td role={role} className="c-act">
          <Link
            className="iconbtn"
            href={addressOf('/admin/audit', { token: row.id })}
            prefetch={false}
            aria-label={`What is written of ${row.description}`}
            title="What is written of it"
            onKeyDown={keepEnter}
          >
            <ScrollText aria-hidden="true" />
          </Link>
        </td>
      )}
    </tr>
  );
}

/** Enter on the link follows it: the ledger around it does not hear of it. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.stopPropagation();
}
