'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { ReferredOperation, ServiceReference } from '@/lib/domain/service-view';

export interface OperationsListProps extends Pick<ServiceReference, 'basePath' | 'contexts'> {
  service: string;
  operations: readonly ReferredOperation[];
}

const rowHeight = 46;
const rowHeightOnPhone = 66;

/** The lines in sight of thousands. The one that the address names is brought there and marked. */
export function OperationsList({ service, basePath, contexts, operations }: OperationsListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [named, setNamed] = useState<string | null>(null);
  const [height, setHeight] = useState(rowHeight);
  const virtualizer = useVirtualizer({
    count: operations.length,
    getScrollElement: () => list.current,
    estimateSize: () => height,
    overscan: 8,
    initialRect: { width: 1_000, height: 800 },
  });
  useEffect(() => {
    const media = window.matchMedia('(max-width: 640px)');
    const settle = () => {
      setHeight(media.matches ? rowHeightOnPhone : rowHeight);
      virtualizer.measure();
    };
    settle();
    media.addEventListener('change', settle);
    return () => media.removeEventListener('change', settle);
  }, [virtualizer]);
  useEffect(() => {
    const land = () => {
      const code = decodeURIComponent(window.location.hash.slice(1));
      const at = operations.findIndex((operation) => `${service}.${operation.code}` === code);
      setNamed(at < 0 ? null : code);
      if (at >= 0) virtualizer.scrollToIndex(at, { align: 'center' });
    };
    land();
    window.addEventListener('hashchange', land);
    return () => window.removeEventListener('hashchange', land);
  }, [operations, service, virtualizer]);
  return (
    <div className="svcops ledger-scroll" ref={list} tabIndex={0} role="region" aria-label="Operations">
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const operation = operations[item.index];
          if (operation === undefined) return null;
          const code = `${service}.${operation.code}`;
          return (
            <li
              key={code}
              aria-setsize={operations.length}
              aria-posinset={item.index + 1}
              className={[code === named && 'named', operation.isGone && 'gone'].filter(Boolean).join(' ')}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
            >
              <OperationWords
                operation={operation}
                service={service}
                basePath={basePath}
                type={contexts.find(({ parameter }) => parameter === operation.context)?.type ?? null}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function OperationWords(props: {
  operation: ReferredOperation;
  service: string;
  basePath: string;
  type: string | null;
}) {
  const { operation, service, basePath, type } = props;
  const { code, summary, reach, method, path, isGone } = operation;
  const dot = code.lastIndexOf('.') + 1;
  return (
    <>
      <span className="what">
        <span className="code" title={`${service}.${code}`}>
          <i>
            {service}.{code.slice(0, dot)}
          </i>
          <b>{code.slice(dot)}</b>
        </span>
        <span className="t2" title={summary}>
          {summary}
        </span>
      </span>
      <span className="req" title={`${method} ${basePath}${path}`}>
        <b className={reach === 'destroys' ? 'ends' : undefined}>{method}</b>{' '}
        <span>
          {basePath}
          {path}
        </span>
      </span>
      <span className="where">
        {isGone === true ? <span className="rust">gone</span> : <span className="ctx">{type ?? 'global'}</span>}
      </span>
    </>
  );
}
