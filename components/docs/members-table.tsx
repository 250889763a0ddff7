import type { MemberView } from '@/lib/domain/api/schema-words';
import { ShapeName } from './shape-name';
import { Words } from './words';

export interface MembersTableProps {
  members: readonly (MemberView & { place?: string })[];
  shapes: ReadonlySet<string>;
}

/** Members of a request or of an answer: name, kind of value, what it is for. */
export function MembersTable({ members, shapes }: MembersTableProps) {
  return (
    <dl className="members">
      {members.map(({ name, type, isRequired, about, place }) => (
        <div key={`${place ?? ''} ${name}`}>
          <dt>
            <code>{name}</code>
            <span className="kind">
              {place === undefined ? '' : `${place}, `}
              <ShapeName type={type} shapes={shapes} />
              {place !== undefined && !isRequired && ', optional'}
            </span>
          </dt>
          <dd>
            <Words text={about} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
