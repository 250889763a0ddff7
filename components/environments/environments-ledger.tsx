'use client';

import type { ReactNode } from 'react';

/** The ruled table of environments with its heads; the rows are its children. */
export function EnvironmentsLedger({ children }: { children: ReactNode }) {
  return (
    <table className="ledger envs" role="table" aria-label="Environments">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" className="c-name">
            Name
          </th>
          <th role="columnheader" className="c-project">
            Project
          </th>
          <th role="columnheader" className="c-status">
            Status
          </th>
          <th role="columnheader" className="num c-nodes">
            Nodes
          </th>
          <th role="columnheader" className="c-day">
            <span className="day-head">
              Last 24 hours
              <span className="rust" aria-hidden="true">
                now
              </span>
            </span>
          </th>
          <th role="columnheader" className="c-change">
            Last change
          </th>
          <th role="columnheader" className="c-when">
            When
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
