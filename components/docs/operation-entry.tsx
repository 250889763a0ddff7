import type { OperationReference } from '@/lib/domain/api/reference';
import { MembersTable } from './members-table';
import { OperationTools } from './operation-tools';
import { RepliesList } from './replies-list';
import { Words } from './words';

export interface OperationEntryProps {
  operation: OperationReference;
  origin: string;
  shapes: ReadonlySet<string>;
}

/** One operation: what it does, takes and answers, with a sample and a way to try it. Its anchors: its id, its permission. */
export function OperationEntry({ operation, origin, shapes }: OperationEntryProps) {
  const { id, anchors, summary, description, permission, parameters, replies, call } = operation;
  const split = id.lastIndexOf('.') + 1;
  return (
    <section id={id} className="doc-op" aria-labelledby={`${id}-title`}>
      {anchors.map((anchor) => (
        <span key={anchor} id={anchor} className="anchor" />
      ))}
      <h3 id={`${id}-title`}>
        {summary}
        <a href={`#${id}`} aria-label={`Link to ${id}`}>
          <i>{id.slice(0, split)}</i>
          {id.slice(split)}
        </a>
      </h3>
      <p className="call">
        <b className={call.isDestroying ? 'ends' : undefined}>{call.method}</b> <code>{call.path}</code>
      </p>
      {description !== null && <p className="what">
          <Words text={description} />
        </p>}
      <p className="needs">
        {call.credential === 'none' && 'Needs no credential.'}
        {call.credential === 'client' && 'Needs the public id and the secret of a token.'}
        {call.credential === 'resource-server' && 'Needs the credential of a resource server.'}
        {call.credential === 'resource-client' && 'Needs the id and the credential of a resource server.'}
        {call.credential === 'token' && permission === null && 'Needs a credential that lives, and no permission.'}
        {call.credential === 'token' && permission !== null && (
          <>
            Needs <code>{permission}</code>.
          </>
        )}
      </p>
      {parameters.length > 0 && <MembersTable members={parameters} shapes={shapes} />}
      <RepliesList replies={replies} shapes={shapes} />
      <OperationTools call={call} origin={origin} />
    </section>
  );
}
