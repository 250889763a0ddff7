'use client';

import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import type { ClientView } from '@/lib/domain/client-view';
import { LastUsed } from './client-changes';

export type ClientTask = 'set-up' | 'edit' | 'renew' | 'remove';

export interface ClientLineProps {
  client: ClientView;
  isFresh: boolean;
  onTask: (task: ClientTask) => void;
}

/** One gateway or resource server. Cells carry their head for the phone, where they stand as lines. */
export function ClientLine({ client, isFresh, onTask }: ClientLineProps) {
  const { name, services, audience, hint, createdAt, kind } = client;
  return (
    <tr role="row" className={isFresh ? 'flash' : undefined}>
      <td role="rowheader" className="desc">
        <span className="t1" title={name}>
          {name}
        </span>
        {kind === 'resource-server' && (
          <span className="t2 mono" title={audience ?? name}>
            {audience ?? name}
          </span>
        )}
      </td>
      <td role="cell" className="c-services">
        {services.length === 0 ? (
          <span className="dim">every service</span>
        ) : (
          <span className="t1 ctx" title={services.join(', ')}>
            {services.join(', ')}
          </span>
        )}
      </td>
      <td role="cell" className="c-hint">
        <span className="mono t1">{hint}</span>
      </td>
      <td role="cell" className="c-used" data-head="Last used">
        <LastUsed client={client} />
      </td>
      <td role="cell" className="c-added" data-head="Added">
        <Time at={createdAt} />
      </td>
      <td role="cell" className="c-act">
        <Button size="small" aria-label={`Set up ${name}`} onClick={() => onTask('set-up')}>
          Set up
        </Button>
        <Button size="small" aria-label={`Edit ${name}`} onClick={() => onTask('edit')}>
          Edit
        </Button>
        <Button size="small" aria-label={`Renew ${name}`} onClick={() => onTask('renew')}>
          Renew
        </Button>
        <Button variant="end" size="small" aria-label={`Remove ${name}`} onClick={() => onTask('remove')}>
          Remove
        </Button>
      </td>
    </tr>
  );
}
