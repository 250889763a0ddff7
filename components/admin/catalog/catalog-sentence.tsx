'use client';

import { capitalised, counted, numberWord } from '@/lib/domain/number-words';
import type { ServiceRow } from '@/lib/domain/service-view';
import { Clauses } from '../clauses';
import { countServices, type ServiceKind } from './services-filter';

const clauses: readonly { kind: ServiceKind; words: (count: number) => string }[] = [
  { kind: 'imported', words: (count) => `${numberWord(count)} ${count === 1 ? 'was' : 'were'} imported` },
  { kind: 'holed', words: (count) => `${numberWord(count)} lost operations since` },
  { kind: 'removed', words: (count) => `${numberWord(count)} ${count === 1 ? 'is' : 'are'} removed` },
];

export interface CatalogSentenceProps {
  services: readonly ServiceRow[];
  /** Operations that can be granted, built-in ones included. */
  operationCount: number;
  kind: ServiceKind;
  onKindChange: (kind: ServiceKind) => void;
}

/** What there is to be granted, in a sentence; each clause filters to what it counts, and again to take that back. */
export function CatalogSentence({ services, operationCount, kind, onKindChange }: CatalogSentenceProps) {
  const head = `${capitalised(counted(operationCount, 'operation'))} can be granted`;
  if (services.length === 0)
    return <p className="say">{head}, all of them the desk’s own. Import an API to protect it too.</p>;
  return (
    <p className="say">
      {head}. Of the services beside the desk’s own,{' '}
      <Clauses
        clauses={clauses.map((clause) => ({ ...clause, count: countServices(services, clause.kind) }))}
        kind={kind}
        onKindChange={onKindChange}
      />
      .
    </p>
  );
}
