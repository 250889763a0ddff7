'use client';

import { useEffect, useState } from 'react';
import { ConfirmDialog } from '@/components/security/confirm-dialog';
import { refusalOf } from '@/components/security/refusal-of';
import { previewServiceRemovalAction, removeServiceAction } from '@/lib/actions/catalog';
import { counted } from '@/lib/domain/number-words';
import type { RemovalPreview, ServiceRow } from '@/lib/domain/service-view';
import { TouchedLines } from './touched-lines';

export interface RemoveServiceDialogProps {
  service: ServiceRow;
  username: string;
  onClose: () => void;
  onDone: () => void;
}

/** Takes a service out of the catalog, saying which tokens and roles lose by it. */
export function RemoveServiceDialog({ service, username, onClose, onDone }: RemoveServiceDialogProps) {
  const { name, title } = service;
  const [preview, setPreview] = useState<RemovalPreview | string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void previewServiceRemovalAction(name)
      .catch(() => null)
      .then((result) => {
        if (!isWanted) return;
        if (result === null) setPreview('The desk does not answer.');
        else setPreview(result.isOk ? result.value : result.error.message);
      });
    return () => {
      isWanted = false;
    };
  }, [name]);
  const send = async (password: string) => {
    const version = preview === null || typeof preview === 'string' ? service.version : preview.version;
    const result = await removeServiceAction({ name, version, proof: { password } }).catch(() => null);
    if (result?.isOk === true) onDone();
    return refusalOf(result);
  };
  return (
    <ConfirmDialog
      sub={`${name} leaves the catalog. Its gateways refuse every request from then on.`}
      username={username}
      confirmLabel="Remove"
      isEnd
      onClose={onClose}
      onSend={send}
    >
      <ul className="dif">
        <li>
          <h3>Service</h3>
          <div>
            <span className="t1">{name}</span>
            <span className="t2">{title}</span>
          </div>
        </li>
        <li>
          <h3>Gone</h3>
          <span>
            {counted(service.operationCount, 'operation')}. What tokens and roles hold of it stays and does
            nothing, until the service is imported under the same name again.
          </span>
        </li>
        {preview === null && (
          <li>
            <h3>Touches</h3>
            <span role="status">Reading which tokens and roles that touches.</span>
          </li>
        )}
        {typeof preview === 'string' && (
          <li>
            <h3>Touches</h3>
            <span className="rust">{preview}</span>
          </li>
        )}
        {preview !== null && typeof preview === 'object' && (
          <TouchedLines tokens={preview.tokens} roles={preview.roles} />
        )}
      </ul>
    </ConfirmDialog>
  );
}
