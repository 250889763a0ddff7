'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { RolePlaces } from '@/lib/domain/role-view';
import type { PersonRow, RoleView } from '@/lib/domain/person';
import { LedgerPage } from '../ledger-page';
import { BlockDialog } from './block-dialog';
import { everyone, filterPeople } from './people-filter';
import { PeopleLedger } from './people-ledger';
import { PeopleSentence } from './people-sentence';
import { PersonDialog } from './person-dialog';
import { PersonLine } from './person-line';
import { RolesDialog } from './roles-dialog';
import { useFreshPeople } from './use-fresh-people';

export interface PeopleViewProps {
  people: readonly PersonRow[];
  roles: readonly RoleView[];
  places: RolePlaces;
  /** Who looks: their password confirms, their line says so. */
  self: { id: string; email: string };
}

type Open = { kind: 'create' } | { kind: 'roles' | 'block'; person: PersonRow } | null;

/** The People page: sentence, tools, ledger, and the three dialogs. */
export function PeopleView({ people: served, roles, places, self }: PeopleViewProps) {
  const [filter, setFilter] = useState(everyone);
  const [open, setOpen] = useState<Open>(null);
  const { people, fresh, put } = useFreshPeople(served);
  const shown = filterPeople(people, filter);
  const close = () => setOpen(null);
  const done = (person: PersonRow, said: string) => {
    close();
    put(person);
    toast.success(said);
  };
  const dialogs = { username: self.email, onClose: close };

  return (
    <>
      <LedgerPage
        title="People"
        sentence={
          <PeopleSentence
            people={people}
            kind={filter.kind}
            onKindChange={(kind) => setFilter({ ...filter, kind })}
          />
        }
        create={{
          label: 'Create person',
          icon: <UserPlus aria-hidden="true" />,
          onPress: () => setOpen({ kind: 'create' }),
        }}
        search={{
          label: 'Search people',
          text: filter.text,
          onTextChange: (text) => setFilter({ ...filter, text }),
        }}
        nothing={
          shown.length > 0
            ? null
            : {
                title: 'Nobody is like that.',
                why: 'No name, email, role or context matches what you typed and chose.',
                onShowAll: () => setFilter(everyone),
              }
        }
        foot={[`${shown.length} of ${people.length} people`, 'Times are UTC']}
      >
        <PeopleLedger>
          {shown.map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              roles={roles}
              isFresh={fresh.has(person.id)}
              isSelf={person.id === self.id}
              onEditRoles={() => setOpen({ kind: 'roles', person })}
              onBlock={() => setOpen({ kind: 'block', person })}
            />
          ))}
        </PeopleLedger>
      </LedgerPage>
      {open?.kind === 'create' && (
        <PersonDialog
          {...dialogs}
          roles={roles}
          places={places}
          onDone={(person) => done(person, `${person.name} has an account.`)}
        />
      )}
      {open?.kind === 'roles' && (
        <RolesDialog
          {...dialogs}
          person={open.person}
          roles={roles}
          places={places}
          onDone={(person) => done(person, `The roles of ${person.name} are changed.`)}
        />
      )}
      {open?.kind === 'block' && (
        <BlockDialog
          {...dialogs}
          person={open.person}
          onDone={(person) =>
            done(
              person,
              `${person.name} is ${person.status === 'blocked' ? 'blocked' : 'no longer blocked'}.`,
            )
          }
        />
      )}
    </>
  );
}
