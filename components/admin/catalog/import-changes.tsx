import type { ChangedOperation, ImportPreview, PreviewedOperation } from '@/lib/domain/service-view';
import { FirstLines } from '../first-lines';
import { TouchedLines } from './touched-lines';

/** What an import adds, changes and takes away, and whom that touches, as the lines of a `dif` list. */
export function ImportChanges({ preview }: { preview: ImportPreview }) {
  const { name, title, apiVersion, former, added, changed, gone, returned, unchanged, notes } = preview;
  return (
    <ul className="dif">
      <li>
        <h3>Service</h3>
        <div>
          <code>{name}</code> {former !== null && former.title !== title && <del>{former.title}</del>}{' '}
          <b>{title}</b>{' '}
          <span className="dim">
            {former !== null && former.apiVersion !== apiVersion && <del>{former.apiVersion}</del>}{' '}
            {apiVersion}
          </span>
        </div>
      </li>
      <Operations title="added" sign="+" counted={added} />
      <Operations title="back again" sign="+" counted={returned} />
      {changed.total > 0 && (
        <li>
          <h3>{changed.total.toLocaleString('en')} changed</h3>
          <div>
            <FirstLines total={changed.total} items={changed.shown} noun="operations" className="who">
              {(operation) => <ChangedLine key={operation.code} operation={operation} />}
            </FirstLines>
          </div>
        </li>
      )}
      <Operations title="gone" sign="−" counted={gone} />
      {unchanged > 0 && (
        <li>
          <h3>Stays</h3>
          <span>{unchanged.toLocaleString('en')} operations as they are.</span>
        </li>
      )}
      <TouchedLines tokens={preview.tokens} roles={preview.roles} />
      {notes.length > 0 && (
        <li>
          <h3>Notes</h3>
          <FirstLines total={notes.length} items={notes} noun="notes" className="who">
            {(note) => <li key={note}>{note}</li>}
          </FirstLines>
        </li>
      )}
    </ul>
  );
}

function Operations(props: { title: string; sign: '+' | '−'; counted: ImportPreview['added'] }) {
  const { title, sign, counted } = props;
  if (counted.total === 0) return null;
  return (
    <li>
      <h3>
        {counted.total.toLocaleString('en')} {title}
      </h3>
      <div>
        <FirstLines
          total={counted.total}
          items={counted.shown}
          noun="operations"
          className={sign === '+' ? 'plus' : 'minus'}
        >
          {(operation) => <OperationLine key={operation.code} operation={operation} sign={sign} />}
        </FirstLines>
      </div>
    </li>
  );
}

function OperationLine({ operation, sign }: { operation: PreviewedOperation; sign: '+' | '−' }) {
  const { code, method, path, summary } = operation;
  return (
    <li>
      <span className="sg" aria-hidden="true">
        {sign}
      </span>
      <code title={`${method} ${path}`}>{code}</code>
      <span className="sum">{summary}</span>
    </li>
  );
}

function ChangedLine({ operation: { code, differences } }: { operation: ChangedOperation }) {
  return (
    <li>
      <code>{code}</code>
      {differences.map(({ what, before, after }) => (
        <span className="effect" key={what}>
          <b>{what}</b> <del>{before === '' ? 'none' : before}</del> {after === '' ? 'none' : after}
        </span>
      ))}
    </li>
  );
}
