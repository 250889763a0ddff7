import { ContextCode } from '@/components/ui/context-code';
import type { RoleHeld, RoleView } from '@/lib/domain/person';
import { roleName, sortRoles, type RoleChanges } from './role-words';

/** The roles that come, go and stay, as lines of a `dif` list. */
export function RoleChangeLines(props: {
  changes: RoleChanges;
  roles: readonly RoleView[];
  /** A new person has no roles before: what is added is all they hold. */
  isNew?: boolean;
}) {
  const { changes, roles, isNew = false } = props;
  const { added, removed, kept } = changes;
  const addedTitle = isNew
    ? `${added.length} ${added.length === 1 ? 'role' : 'roles'}`
    : `${added.length} added`;
  return (
    <>
      {added.length > 0 && <Lines title={addedTitle} sign="+" held={added} roles={roles} />}
      {removed.length > 0 && (
        <Lines title={`${removed.length} removed`} sign="-" held={removed} roles={roles} />
      )}
      {kept.length > 0 && (
        <li>
          <h3>Stays</h3>
          <span>
            {sortRoles(kept, roles)
              .map(({ role, context }) => `${roleName(roles, role)} in ${context}`)
              .join(', ')}
          </span>
        </li>
      )}
    </>
  );
}

function Lines(props: {
  title: string;
  sign: '+' | '-';
  held: readonly RoleHeld[];
  roles: readonly RoleView[];
}) {
  const { title, sign, held, roles } = props;
  return (
    <li>
      <h3>{title}</h3>
      <ul className={sign === '+' ? 'plus' : 'minus'}>
        {sortRoles(held, roles).map(({ role, context }) => (
          <li key={`${role} ${context}`}>
            <span className="sg" aria-hidden="true">
              {sign}
            </span>
            <b>{roleName(roles, role)}</b>
            <span className="sum">
              in <ContextCode context={context} />
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
