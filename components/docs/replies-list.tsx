import type { OperationReference } from '@/lib/domain/api/reference';
import { capitalised, counted } from '@/lib/domain/number-words';
import { MembersTable } from './members-table';
import { ShapeName } from './shape-name';
import { Words } from './words';

type Replies = OperationReference['replies'];

export interface RepliesListProps {
  replies: Replies;
  shapes: ReadonlySet<string>;
}

/** What an operation answers, by status: how it succeeds, and behind a fold how it refuses. */
export function RepliesList({ replies, shapes }: RepliesListProps) {
  const refusals = replies.filter(({ status }) => !status.startsWith('2'));
  return (
    <div>
      <Lines replies={replies.filter((reply) => !refusals.includes(reply))} shapes={shapes} />
      {refusals.length > 0 && (
        <details>
          <summary>{capitalised(counted(refusals.length, 'refusal'))}</summary>
          <Lines replies={refusals} shapes={shapes} />
        </details>
      )}
    </div>
  );
}

function Lines({ replies, shapes }: RepliesListProps) {
  return (
    <ul className="replies">
      {replies.map(({ status, about, type, members }) => (
        <li key={status}>
          <code className={status.startsWith('2') ? 'went-well' : undefined}>{status}</code>
          <span>
            <Words text={about} />{' '}
            <span className="kind">
              {type === 'nothing' ? 'No body.' : <ShapeName type={type} shapes={shapes} />}
            </span>
            {members.length > 0 && (
              <details>
                <summary>Members of the answer</summary>
                <MembersTable members={members} shapes={shapes} />
              </details>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
