import type { RoleView } from '@/lib/domain/person';
import type { RoleOperation, RolePreview } from '@/lib/domain/role-view';
import { FirstLines } from '../first-lines';
import { patternChanges, type PatternLine } from './pattern-words';
import type { CheckedRole } from './role-form-schema';
import { RoleReach } from './role-reach';

export interface RoleChangesProps {
  /** Null: the role is new. */
  before: RoleView | null;
  role: CheckedRole;
  operations: readonly RoleOperation[];
  /** Null: nobody can hold it yet. */
  preview: RolePreview | null;
}

/** What changes, whom it concerns and which tokens, as the lines of a `dif` list. */
export function RoleChanges({ before, role, operations, preview }: RoleChangesProps) {
  const { added, removed } = patternChanges(before?.patterns ?? [], role.patterns, operations);
  return (
    <ul className="dif">
      <li>
        <h3>Role</h3>
        <div>
          {before !== null && before.name !== role.name && <del className="dim">{before.name}</del>}{' '}
          <b>{role.name}</b>
          <span className="t2">
            {before !== null && before.summary !== role.summary && <del>{before.summary}</del>} {role.summary}
          </span>
        </div>
      </li>
      {added.length > 0 && (
        <Patterns title={before === null ? 'Gives' : 'Gives more'} sign="+" lines={added} />
      )}
      {removed.length > 0 && <Patterns title="Gives less" sign="−" lines={removed} />}
      {preview === null ? (
        <li>
          <h3>Held by</h3>
          <span>Nobody yet. It can be given on the People page.</span>
        </li>
      ) : (
        <RoleReach preview={preview} />
      )}
    </ul>
  );
}

function Patterns({ title, sign, lines }: { title: string; sign: '+' | '−'; lines: readonly PatternLine[] }) {
  return (
    <li>
      <h3>{title}</h3>
      <div>
        <FirstLines
          total={lines.length}
          items={lines}
          noun="patterns"
          className={sign === '+' ? 'plus' : 'minus'}
        >
          {({ pattern, note }) => (
            <li key={pattern}>
              <span className="sg" aria-hidden="true">
                {sign}
              </span>
              <code>{pattern}</code>
              <span className="sum">{note}</span>
            </li>
          )}
        </FirstLines>
      </div>
    </li>
  );
}
