'use client';

import { useMemo, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { capitalised, counted } from '@/lib/domain/number-words';
import type { ServiceReference } from '@/lib/domain/service-view';
import { findOperations } from './find-operations';
import { OperationsList } from './operations-list';

/** Every operation of an imported service: its request, what it does, where it asks. Gone ones stand last, struck. */
export function ServiceOperations({ reference }: { reference: ServiceReference }) {
  const { name, title, apiVersion, basePath, contexts, operations, isRemoved } = reference;
  const [query, setQuery] = useState('');
  const shown = useMemo(() => findOperations(operations, query), [operations, query]);
  const gone = operations.filter(({ isGone }) => isGone === true).length;
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
        <p className="say">
          {isRemoved ? (
            <>It was removed: all it had is gone, and every gateway refuses.</>
          ) : (
            <>
              {capitalised(counted(operations.length - gone, 'operation'))} of <code>{name}</code>, version{' '}
              {apiVersion}
              {gone > 0 && `, and ${counted(gone, 'operation')} that it no longer has`}.{' '}
              {contexts.length === 0
                ? 'They are granted globally.'
                : `They are granted globally, or by ${contexts.map(({ type }) => type).join(', ')}.`}
            </>
          )}
        </p>
      </div>
      <div className="bar">
        <SearchField label="Search operations" hasShortcut value={query} onValueChange={setQuery} />
        <span className="sp" />
        <span className="dim" aria-live="polite">
          {shown.length.toLocaleString('en')} of {operations.length.toLocaleString('en')}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState title="No operation is like that." actions={<Button onClick={() => setQuery('')}>Show all</Button>}>
          No name, summary, method or path has what you typed.
        </EmptyState>
      ) : (
        <OperationsList service={name} basePath={basePath} contexts={contexts} operations={shown} />
      )}
    </>
  );
}
