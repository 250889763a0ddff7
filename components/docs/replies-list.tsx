import type { OperationReference } from '@/lib/domain/api/reference';
import { MembersTable } from './members-table';
import { Words } from './words';

/** What an operation answers, by status; the members of a success can be opened. */
export function RepliesList({ replies, shapes }: { replies: OperationReference['replies']; shapes: ReadonlySet<string> }) {
  return (
    <ul className="replies">
      {replies.map(({ status, about, type, members }) => (
        <li key={status}>
          <code className={status.startsWith('2') ? 'went-well' : undefined}>{status}</code>
          <span>
            <Words text={about} /> <Shape type={type} shapes={shapes} />
            {members.length > 0 && (
              <details>
                <summary>Members of the answer</summary>
                <MembersTable members={members} />
              </details>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Shape({ type, shapes }: { type: string; shapes: ReadonlySet<string> }) {
  if (type === 'nothing') return <span className="kind">No body.</span>;
  const name = type.replace('list of ', '');
  if (!shapes.has(name)) return <span className="kind">{type}</span>;
  return (
    <a className="kind" href={`#shape-${name}`}>
      {type}
    </a>
  );
}
