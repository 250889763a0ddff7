import type { ApiReference } from '@/lib/domain/api/reference';
import { virtuozzoCodes } from '@/lib/domain/virtuozzo-codes';
import { CodesTable } from './codes-table';
import { OperationEntry } from './operation-entry';
import { Words } from './words';

export interface ApiSectionProps {
  api: ApiReference;
  origin: string;
  shapes: ReadonlySet<string>;
}

/** One API: where it is, how it refuses, and its operations. */
export function ApiSection({ api, origin, shapes }: ApiSectionProps) {
  const { name, title, summary, base, refusals, operations } = api;
  return (
    <section id={`api-${name}`} className="component" aria-labelledby={`api-${name}-title`}>
      <header className="guide">
        <h2 id={`api-${name}-title`}>{title}</h2>
        <p>{summary}</p>
        <p>
          <code>
            {origin}
            {base}
          </code>
        </p>
        <p>
          <Words text={refusals} />
        </p>
        {name === 'virtuozzo' && <CodesTable codes={Object.values(virtuozzoCodes)} />}
      </header>
      {operations.map((operation) => (
        <OperationEntry key={operation.id} operation={operation} origin={origin} shapes={shapes} />
      ))}
    </section>
  );
}
