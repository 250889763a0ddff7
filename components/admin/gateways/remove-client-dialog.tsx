'use client';

import { ConfirmDialog } from '@/components/security/confirm-dialog';
import { refusalOf } from '@/components/security/refusal-of';
import { removeClientAction } from '@/lib/actions/clients';
import type { ClientView } from '@/lib/domain/client-view';
import { LastUsed } from './client-changes';
import { kindWord } from './client-words';

export interface RemoveClientDialogProps {
  client: ClientView;
  username: string;
  onClose: () => void;
  onDone: () => void;
}

/** Removes a client, saying what stops with it. */
export function RemoveClientDialog({ client, username, onClose, onDone }: RemoveClientDialogProps) {
  const { id, version, kind, name, hint } = client;
  const send = async (password: string) => {
    const result = await removeClientAction({ id, version, proof: { password } }).catch(() => null);
    if (result?.isOk === true) onDone();
    return refusalOf(result);
  };
  const word = kindWord(kind);
  return (
    <ConfirmDialog
      sub={`The ${word} ${name} can no longer ask this desk.`}
      username={username}
      confirmLabel="Remove"
      isEnd
      onClose={onClose}
      onSend={send}
    >
      <ul className="dif">
        <li>
          <h3>Ends</h3>
          <span>
            Its credential <span className="mono">{hint}</span>, with the very next request.
            {kind === 'gateway'
              ? ' A gateway that still uses it lets nothing through.'
              : ' Every token is inactive for whoever still uses it.'}
          </span>
        </li>
        <li>
          <h3>Last used</h3>
          <LastUsed client={client} />
        </li>
        <li>
          <h3>Stays</h3>
          <span>No token changes. The log keeps its name.</span>
        </li>
      </ul>
    </ConfirmDialog>
  );
}
