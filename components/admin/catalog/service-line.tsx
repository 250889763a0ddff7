'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import type { ServiceRow } from '@/lib/domain/service-view';

/** The desk's own services, as one line: they are what they are. */
export function BuiltInLine({ operationCount }: { operationCount: number }) {
  return (
    <tr role="row">
      <td role="rowheader" className="desc">
        <span className="t1">
          The desk’s own <span className="dim">(built in)</span>
        </span>
        <span className="t2">Its administration, tokens and the sample platform</span>
      </td>
      <td role="cell" className="c-version" />
      <td role="cell" className="num c-operations" data-head="Operations">
        {operationCount.toLocaleString('en')}
      </td>
      <td role="cell" className="c-contexts">
        <span className="ctx">project</span>
      </td>
      <td role="cell" className="c-imported" />
      <td role="cell" className="c-act">
        <Link className="btn sm" href="/docs/api">
          Reference
        </Link>
      </td>
    </tr>
  );
}

export interface ServiceLineProps {
  service: ServiceRow;
  isFresh: boolean;
  onImport: () => void;
  onRemove: () => void;
}

/** One imported service. Cells carry their head for the phone, where they stand as lines. */
export function ServiceLine({ service, isFresh, onImport, onRemove }: ServiceLineProps) {
  const { name, title, apiVersion, basePath, operationCount, goneCount, contexts } = service;
  const isRemoved = service.removedAt !== null;
  return (
    <tr
      role="row"
      className={[isFresh && 'flash', isRemoved && 'off'].filter(Boolean).join(' ') || undefined}
    >
      <td role="rowheader" className="desc">
        <span className="t1" title={title}>
          <Link href={`/docs/services/${name}`}>{name}</Link>
        </span>
        <span className="t2" title={title}>
          {title}
        </span>
      </td>
      <td role="cell" className="c-version">
        <span className="t1" title={apiVersion}>
          {apiVersion}
        </span>
        {basePath !== '' && (
          <span className="t2 mono" title={basePath}>
            {basePath}
          </span>
        )}
      </td>
      <td role="cell" className="num c-operations" data-head="Operations">
        {operationCount.toLocaleString('en')}
        {goneCount > 0 && <span className="t2 rust">{goneCount.toLocaleString('en')} gone</span>}
      </td>
      <td role="cell" className="c-contexts">
        {contexts.length === 0 ? (
          <span className="dim">global alone</span>
        ) : (
          <span
            className="t1"
            title={contexts.map(({ type, parameter }) => `${type} from {${parameter}}`).join(', ')}
          >
            {contexts.map(({ type, parameter }, index) => (
              <span className="ctx" key={parameter}>
                {index > 0 && ', '}
                {type} <i>{`{${parameter}}`}</i>
              </span>
            ))}
          </span>
        )}
      </td>
      <td role="cell" className="c-imported" data-head={isRemoved ? 'Removed' : 'Imported'}>
        {isRemoved && <span className="dim">Removed </span>}
        <Time at={service.changedAt.toISOString()} />
      </td>
      <td role="cell" className="c-act">
        <Button size="small" aria-label={`Import ${name} again`} onClick={onImport}>
          Import again
        </Button>
        <Button
          variant="end"
          size="small"
          aria-label={`Remove ${name}`}
          disabledReason={isRemoved ? 'It is removed already' : null}
          onClick={onRemove}
        >
          Remove
        </Button>
      </td>
    </tr>
  );
}
