import type { AuditRow } from '@/lib/domain/admin-view';
import { AuditLine } from './audit-line';

/** The log, newest first, ruled like every other page of the book. */
export function AuditLedger({
  rows,
  title,
  path,
}: {
  rows: readonly AuditRow[];
  title: string;
  path: string;
}) {
  return (
    <table className="ledger stack audit" role="table" aria-label={title}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" className="c-at">
            When
          </th>
          <th role="columnheader" className="c-who">
            Who
          </th>
          <th role="columnheader" className="c-what">
            What
          </th>
          <th role="columnheader" className="c-context">
            Context
          </th>
          <th role="columnheader" className="c-from">
            From
          </th>
          <th role="columnheader" className="c-act">
            <span className="vh">Every field</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <AuditLine key={row.seq} row={row} path={path} />
        ))}
      </tbody>
    </table>
  );
}
