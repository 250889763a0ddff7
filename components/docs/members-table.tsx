import type { MemberView } from '@/lib/domain/api/schema-words';
import { Words } from './words';

/** Members of a request or of an answer: name, kind of value, what it is for. */
export function MembersTable({ members }: { members: readonly (MemberView & { place?: string })[] }) {
  return (
    <dl className="members">
      {members.map(({ name, type, isRequired, about, place }) => (
        <div key={`${place ?? ''} ${name}`}>
          <dt>
            <code>{name}</code>
            <span className="kind">
              {place === undefined ? '' : `${place}, `}
              {type}
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
