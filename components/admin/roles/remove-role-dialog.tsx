'use client';

import { ConfirmDialog } from '@/components/security/confirm-dialog';
import { refusalOf } from '@/components/security/refusal-of';
import { removeRoleAction } from '@/lib/actions/roles';
import { counted } from '@/lib/domain/number-words';
import type { RoleRow } from '@/lib/domain/role-view';

export interface RemoveRoleDialogProps {
  role: RoleRow;
  username: string;
  onClose: () => void;
  onDone: () => void;
}

/** Removes a role that nobody holds, saying what that does. */
export function RemoveRoleDialog({ role, username, onClose, onDone }: RemoveRoleDialogProps) {
  const send = async (password: string) => {
    const input = { key: role.key, version: role.version, proof: { password } };
    const result = await removeRoleAction(input).catch(() => null);
    if (result?.isOk === true) onDone();
    return refusalOf(result);
  };
  return (
    <ConfirmDialog
      sub={`${role.name} can no longer be given to anyone.`}
      username={username}
      confirmLabel="Remove"
      isEnd
      onClose={onClose}
      onSend={send}
    >
      <ul className="dif">
        <li>
          <h3>Role</h3>
          <div>
            <span className="t1">{role.name}</span>
            <span className="t2">{role.summary}</span>
          </div>
        </li>
        <li>
          <h3>Ends</h3>
          <span>The role with its {counted(role.patterns.length, 'pattern')}. It does not come back.</span>
        </li>
        <li>
          <h3>Stays</h3>
          <span>Nobody holds it, so no person and no token changes. The log keeps its name.</span>
        </li>
      </ul>
    </ConfirmDialog>
  );
}
