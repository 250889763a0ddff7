'use client';

import { Ban, MoreHorizontal, RotateCcw, UserCog } from 'lucide-react';
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu';
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
        <Menu
          trigger={
            <button type="button" className="iconbtn" aria-label={`Actions for ${person.name}`}>
              <MoreHorizontal aria-hidden="true" />
            </button>
          }
        >
          <MenuItem icon={<UserCog aria-hidden="true" />} onSelect={onEditRoles}>
            Edit roles
          </MenuItem>
          <MenuRule />
          <MenuItem
            icon={isBlocked ? <RotateCcw aria-hidden="true" /> : <Ban aria-hidden="true" />}
            onSelect={onBlock}
          >
            {isBlocked ? 'Unblock' : 'Block'}
          </MenuItem>
        </Menu>
      </td>
    </tr>
  );
}
