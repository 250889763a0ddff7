import type { Operation } from '@/lib/domain/catalog';
import { CodeSample } from './code-sample';
import { sampleCall } from './sample-call';

const reachWords = { reads: 'Reads', changes: 'Changes', destroys: 'Deletes' } as const;
const placeWords: Readonly<Record<string, string>> = {
  global: 'It concerns no project: holding it in any context is enough.',
  project: 'It is asked in the project of what it works on.',
};

/** One operation: what it does, what it takes, and a command to try it. Its anchor is its code. */
export function OperationEntry({ operation, origin }: { operation: Operation; origin: string }) {
  const { code, summary, reach, contextType, parameters } = operation;
  const split = code.lastIndexOf('.') + 1;
  return (
    <section id={code} className="doc-op" aria-labelledby={`${code}-title`}>
      <h3 id={`${code}-title`}>
        <a href={`#${code}`}>
          <i>{code.slice(0, split)}</i>
          {code.slice(split)}
        </a>
      </h3>
      <p className="what">
        {summary}. <span className={`reach ${reach}`}>{reachWords[reach]}.</span>{' '}
        <span className="dim">{placeWords[contextType] ?? ''}</span>
      </p>
      {parameters.length > 0 && (
        <dl>
          {parameters.map((parameter) => (
            <div key={parameter.name}>
              <dt>
                <code>{parameter.name}</code>
                {!parameter.isRequired && <span className="dim"> optional</span>}
              </dt>
              <dd>{parameter.summary}</dd>
            </div>
          ))}
        </dl>
      )}
      <CodeSample label={`Example of ${code}`} text={sampleCall(operation, origin)} />
    </section>
  );
}
