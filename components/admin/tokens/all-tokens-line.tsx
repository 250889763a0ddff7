import type { KeyComponents } from '@/components/tokens/key-geometry';
import {
  ContextCell,
  DescriptionCell,
  ExpiresCell,
  LastUsedCell,
  RowKey,
  StatusCell,
} from '@/components/tokens/token-grid/cells';
import { accessNote, accessText } from '@/components/tokens/token-grid/token-facts';
import type { OwnedTokenRow } from '@/lib/domain/admin-view';

/** One token with its owner. A blocked owner's tokens are refused, whatever else they say. */
export function AllTokensLine({
  row,
  components,
  now,
}: {
  row: OwnedTokenRow;
  components: KeyComponents;
  now: Date;
}) {
  const cell = { row, meta: { now, components } };
  const isOff = row.status === 'expired' || row.owner.isBlocked;
  return (
    <tr role="row" className={isOff ? 'off' : undefined}>
      <td role="rowheader" className="desc">
        <DescriptionCell {...cell} />
      </td>
      <td role="cell" className="c-owner">
        <span className="t1" title={row.owner.name}>
          {row.owner.name}
        </span>
        <span className="t2" title={row.owner.email}>
          {row.owner.email}
        </span>
      </td>
      <td role="cell" className="c-access">
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
      <td role="cell" className="c-context">
        <ContextCell {...cell} />
      </td>
      <td role="cell" className="c-expires" data-head="Expires">
        <ExpiresCell {...cell} />
      </td>
      <td role="cell" className="c-used" data-head="Last used">
        <LastUsedCell {...cell} />
      </td>
      <td role="cell" className="c-status">
        {row.owner.isBlocked ? <span className="st exp_ dim">Owner blocked</span> : <StatusCell {...cell} />}
      </td>
    </tr>
  );
}
