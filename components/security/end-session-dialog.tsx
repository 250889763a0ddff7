'use client';

import { exactTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import { endSessionAction } from '@/lib/actions/account';
import type { SessionRow } from '@/lib/domain/session';
import { ConfirmDialog } from './confirm-dialog';
import { refusalOf } from './refusal-of';

/** Ends a session elsewhere, with the password. */
export function EndSessionDialog({
  session,
  email,
  onClose,
  onEnded,
}: {
  session: SessionRow;
  email: string;
  onClose: () => void;
  onEnded: () => void;
}) {
  const send = async (password: string) => {
    const result = await endSessionAction({ sessionId: session.id, proof: { password } }).catch(() => null);
    if (result?.isOk === true) {
      toast.success(`The session of ${session.device} has ended.`);
      onEnded();
    }
    return refusalOf(result);
  };
  return (
    <ConfirmDialog
      sub="One session ends. Whoever uses it has to sign in again."
      username={email}
      confirmLabel="End session"
      isEnd
      onClose={onClose}
      onSend={send}
    >
      <ul className="dif">
        <li>
          <h3>Ends</h3>
          <div>
            <span className="t1">{session.device}</span>
            <span className="t2 mono">{session.address}</span>
          </div>
        </li>
        <li>
          <h3>Last seen</h3>
          <span>{exactTime(new Date(session.lastSeenAt))}</span>
        </li>
        <li>
          <h3>Stays</h3>
          <span>This session and every token.</span>
        </li>
      </ul>
    </ConfirmDialog>
  );
}
