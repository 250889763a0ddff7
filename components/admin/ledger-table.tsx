import type { ReactNode } from 'react';

export interface LedgerColumn {
  head: string;
  /** Its width on wide screens, and `num` for figures. */
  className?: string;
}

/** A ruled table with its heads that becomes a list on a phone; the lines are its children. The last column has no head. */
export function LedgerTable(props: {
  name: string;
  className: string;
  columns: readonly LedgerColumn[];
  children: ReactNode;
}) {
  const { name, className, columns, children } = props;
  return (
    <table className={`ledger stack ${className}`} role="table" aria-label={name}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.head} role="columnheader" className={column.className}>
              {column.head}
            </th>
          ))}
          <th role="columnheader" className="c-act">
            <span className="vh">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}
