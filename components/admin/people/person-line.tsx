'use client';

import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import type { PersonRow, RoleView } from '@/lib/domain/person';
import { PersonRoles } from './person-roles';

export interface PersonLineProps {
  person: PersonRow;
  roles: readonly RoleView[];
  isFresh: boolean;
  isSelf: boolean;
  onEditRoles: () => void;
  onBlock: () => void;
}

/** One person. Cells carry their head for the phone, where they stand as lines. */
export function PersonLine({ person, roles, isFresh, isSelf, onEditRoles, onBlock }: PersonLineProps) {
  const isBlocked = person.status === 'blocked';
  const className = [isFresh && 'flash', isBlocked && 'off'].filter(Boolean).join(' ') || undefined;
  return (
    <tr role="row" className={className}>
      <td role="rowheader" className="desc c-name">
        <span className="t1" title={person.name}>
          {person.name}
          {isSelf && <span className="dim"> (you)</span>}
        </span>
        <span className="t2" title={person.email}>
          {person.email}
        </span>
      </td>
      <td role="cell" className="c-roles">
        <PersonRoles held={person.roles} roles={roles} />
      </td>
      <td role="cell" className="num c-tokens" data-head="Live tokens">
        {person.tokenCount.toLocaleString('en')}
      </td>
      <td role="cell" className="c-seen" data-head="Last sign-in">
        {person.lastSignInAt === null ? (
          <span className="dim">Never</span>
        ) : (
          <Time at={person.lastSignInAt} />
        )}
      </td>
      <td role="cell" className="c-status">
        <span className={isBlocked ? 'st exp_ dim' : 'st'}>{isBlocked ? 'Blocked' : 'Active'}</span>
      </td>
      <td role="cell" className="c-act">
        <Button size="small" aria-label={`Edit roles of ${person.name}`} onClick={onEditRoles}>
          Edit roles
        </Button>
        <Button
          variant={isBlocked ? 'outline' : 'end'}
          size="small"
          aria-label={`${isBlocked ? 'Unblock' : 'Block'} ${person.name}`}
          onClick={onBlock}
        >
          {isBlocked ? 'Unblock' : 'Block'}
        </Button>
      </td>
    </tr>
  );
}
