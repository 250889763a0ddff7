import type { KeyComponents } from '@/components/tokens/key-geometry';
import type { OwnedTokenRow } from '@/lib/domain/admin-view';
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

/** Everyone's tokens, ruled as one's own are; nothing can be changed here. */
export function AllTokensLedger(props: {
  rows: readonly OwnedTokenRow[];
  components: KeyComponents;
  now: Date;
}) {
  return (
    <table className="ledger stack alltokens" role="table" aria-label="All tokens">
      <thead role="rowgroup">
        <tr role="row">
          {heads.map(([className, title]) => (
            <th key={title} role="columnheader" className={className}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <AllTokensLine key={row.id} row={row} components={props.components} now={props.now} />
        ))}
      </tbody>
    </table>
  );
}
