'use client';

import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { KeyComponents } from '@/components/tokens/key-geometry';
import { toast } from '@/components/ui/toast';
import type { RoleRow } from '@/lib/domain/role-view';
import { LedgerPage } from '../ledger-page';
import { LedgerTable } from '../ledger-table';
import { useFreshMarks } from '../use-fresh-marks';
import { RemoveRoleDialog } from './remove-role-dialog';
import { RoleDialog } from './role-dialog';
import { RoleLine } from './role-line';
import { everyRole, filterRoles } from './roles-filter';
import { RolesSentence } from './roles-sentence';

export interface RolesViewProps {
  roles: readonly RoleRow[];
  /** How many operations the catalog has; the dialog reads them. */
  operationCount: number;
  components: KeyComponents;
  /** Patterns that whoever looks holds everywhere. */
  mine: readonly string[];
  /** Whose password confirms. */
  username: string;
}

const columns = [
  { head: 'Role' },
  { head: 'Operations', className: 'c-access' },
  { head: 'Held by', className: 'num c-holders' },
  { head: 'Live tokens', className: 'num c-tokens' },
] as const;

type Open = { kind: 'edit'; role: RoleRow | null } | { kind: 'remove'; role: RoleRow } | null;

/** The Roles page: sentence, tools, ledger, and the dialogs. */
export function RolesView({ roles, operationCount, components, mine, username }: RolesViewProps) {
  const [filter, setFilter] = useState(everyRole);
  const [open, setOpen] = useState<Open>(null);
  const { fresh, mark } = useFreshMarks('role', 'person');
  const held = useMemo(() => new Set(mine), [mine]);
  const shown = filterRoles(roles, filter);
  const done = (key: string, said: string) => {
    setOpen(null);
    mark(key);
    toast.success(said);
  };
  return (
    <>
      <LedgerPage
        title="Roles"
        sentence={
          <RolesSentence
            roles={roles}
            kind={filter.kind}
            onKindChange={(kind) => setFilter({ ...filter, kind })}
          />
        }
        create={{
          label: 'New role',
          icon: <Plus aria-hidden="true" />,
          onPress: () => setOpen({ kind: 'edit', role: null }),
        }}
        search={{
          label: 'Search roles',
          text: filter.text,
          onTextChange: (text) => setFilter({ ...filter, text }),
        }}
        nothing={
          shown.length > 0
            ? null
            : {
                title: 'No role is like that.',
                why: 'No name, key, summary or pattern matches what you typed and chose.',
                onShowAll: () => setFilter(everyRole),
              }
        }
        foot={[`${shown.length} of ${roles.length} roles`, 'A change reaches tokens at once']}
      >
        <LedgerTable name="Roles" className="rolelist" columns={columns}>
          {shown.map((role) => (
            <RoleLine
              key={role.key}
              role={role}
              components={components}
              operationCount={operationCount}
              isFresh={fresh.has(role.key)}
              onEdit={() => setOpen({ kind: 'edit', role })}
              onRemove={() => setOpen({ kind: 'remove', role })}
            />
          ))}
        </LedgerTable>
      </LedgerPage>
      {open?.kind === 'edit' && (
        <RoleDialog
          role={open.role}
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
