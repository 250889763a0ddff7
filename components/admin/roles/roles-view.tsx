'use client';

import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { LiveNote } from '@/components/shell/live-feed';
import type { KeyComponents } from '@/components/tokens/key-geometry';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { toast } from '@/components/ui/toast';
import type { RoleOperation, RoleRow } from '@/lib/domain/role-view';
import { useFreshMarks } from '../use-fresh-marks';
import { patternTree } from './pattern-tree';
import { RemoveRoleDialog } from './remove-role-dialog';
import { RoleDialog } from './role-dialog';
import { RoleLine } from './role-line';
import { everyRole, filterRoles } from './roles-filter';
import { RolesLedger } from './roles-ledger';
import { RolesSentence } from './roles-sentence';

export interface RolesViewProps {
  roles: readonly RoleRow[];
  operations: readonly RoleOperation[];
  components: KeyComponents;
  /** Patterns that whoever looks holds everywhere. */
  mine: readonly string[];
  /** Whose password confirms. */
  username: string;
}

type Open = { kind: 'edit'; role: RoleRow | null } | { kind: 'remove'; role: RoleRow } | null;

/** The Roles page: sentence, tools, ledger, and the dialogs. */
export function RolesView({ roles, operations, components, mine, username }: RolesViewProps) {
  const [filter, setFilter] = useState(everyRole);
  const [open, setOpen] = useState<Open>(null);
  const { fresh, mark } = useFreshMarks('role', 'person');
  const tree = useMemo(() => patternTree(operations), [operations]);
  const held = useMemo(() => new Set(mine), [mine]);
  const shown = filterRoles(roles, filter);
  const done = (key: string, said: string) => {
    setOpen(null);
    mark(key);
    toast.success(said);
  };
  return (
    <>
      <div className="head">
        <h1>Roles</h1>
        <RolesSentence
          roles={roles}
          kind={filter.kind}
          onKindChange={(kind) => setFilter({ ...filter, kind })}
        />
      </div>
      <div className="bar">
        <Button
          variant="primary"
          icon={<Plus aria-hidden="true" />}
          onClick={() => setOpen({ kind: 'edit', role: null })}
        >
          New role
        </Button>
        <SearchField
          label="Search roles"
          hasShortcut
          value={filter.text}
          onValueChange={(text) => setFilter({ ...filter, text })}
        />
        <span className="sp" />
        <LiveNote live="Live" />
      </div>
      <RolesLedger>
        {shown.map((role) => (
          <RoleLine
            key={role.key}
            role={role}
            components={components}
            operationCount={operations.length}
            isFresh={fresh.has(role.key)}
            onEdit={() => setOpen({ kind: 'edit', role })}
            onRemove={() => setOpen({ kind: 'remove', role })}
          />
        ))}
      </RolesLedger>
      {shown.length === 0 && (
        <EmptyState
          title="No role is like that."
          actions={<Button onClick={() => setFilter(everyRole)}>Show all</Button>}
        >
          No name, key, summary or pattern matches what you typed and chose.
        </EmptyState>
      )}
      <div className="foot-bar">
        <span>
          {shown.length} of {roles.length} roles
        </span>
        <span className="sp" />
        <span>A change reaches tokens at once</span>
      </div>
      {open?.kind === 'edit' && (
        <RoleDialog
          role={open.role}
          operations={operations}
          tree={tree}
          mine={held}
          username={username}
          onClose={() => setOpen(null)}
          onDone={({ key, name }) =>
            done(key, open.role === null ? `${name} can be given now.` : `${name} is changed.`)
          }
        />
      )}
      {open?.kind === 'remove' && (
        <RemoveRoleDialog
          role={open.role}
          username={username}
          onClose={() => setOpen(null)}
          onDone={() => done(open.role.key, `${open.role.name} is removed.`)}
        />
      )}
    </>
  );
}
