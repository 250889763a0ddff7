import type { ReactNode } from 'react';

/** The ruled table of roles with its heads; the lines are its children. */
export function RolesLedger({ children }: { children: ReactNode }) {
  return (
    <table className="ledger stack rolelist" role="table" aria-label="Roles">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">Role</th>
          <th role="columnheader" className="c-access">
            Operations
          </th>
          <th role="columnheader" className="num c-holders">
            Held by
          </th>
          <th role="columnheader" className="num c-tokens">
            Live tokens
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
