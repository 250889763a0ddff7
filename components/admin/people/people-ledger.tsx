import type { ReactNode } from 'react';

/** The ruled table of people with its heads; the lines are its children. */
export function PeopleLedger({ children }: { children: ReactNode }) {
  return (
    <table className="ledger stack people" role="table" aria-label="People">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" className="c-name">
            Name
          </th>
          <th role="columnheader">Roles</th>
          <th role="columnheader" className="num c-tokens">
            Live tokens
          </th>
          <th role="columnheader" className="c-seen">
            Last sign-in
          </th>
          <th role="columnheader" className="c-status">
            Status
          </th>
          <th role="columnheader" className="c-act">
            <span className="vh">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}
