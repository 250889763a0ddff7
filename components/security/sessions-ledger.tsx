'use client';

import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import type { SessionRow } from '@/lib/domain/session';

/** Where the account is open; the one at hand first and marked by the tag. */
export function SessionsLedger({
  sessions,
  onEnd,
}: {
  sessions: readonly SessionRow[];
  onEnd: (session: SessionRow) => void;
}) {
  return (
    <table className="ledger stack sessions" role="table" aria-label="Sessions">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" className="c-device">
            Device
          </th>
          <th role="columnheader">Address</th>
          <th role="columnheader">Signed in</th>
          <th role="columnheader">Last seen</th>
          <th role="columnheader" className="c-act">
            <span className="vh">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sessions.map((session) => (
          <tr key={session.id} role="row">
            <td role="rowheader" className="desc c-device">
              <span className="t1">{session.device}</span>
              {session.isCurrent && (
                <span className="t2">
                  <span className="minitag" aria-hidden="true" /> This session
                </span>
              )}
            </td>
            <td role="cell" className="mono">
              {session.address}
            </td>
            <td role="cell" className="dim" data-head="Signed in">
              <Time at={session.createdAt} />
            </td>
            <td role="cell" data-head="Last seen">
              <Time at={session.lastSeenAt} />
            </td>
            <td role="cell" className="c-act">
              {!session.isCurrent && (
                <Button
                  variant="end"
                  size="small"
                  aria-label={`End ${session.device}`}
                  onClick={() => onEnd(session)}
                >
                  End
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
