'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { LiveNote } from '@/components/shell/live-feed';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { toast } from '@/components/ui/toast';
import type { PersonRow, ProjectView, RoleView } from '@/lib/domain/person';
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
  projects: readonly ProjectView[];
  /** Who looks: their password confirms, their line says so. */
  self: { id: string; email: string };
}

type Open = { kind: 'create' } | { kind: 'roles' | 'block'; person: PersonRow } | null;

/** The People page: sentence, tools, ledger, and the three dialogs. */
export function PeopleView({ people: served, roles, projects, self }: PeopleViewProps) {
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
      <div className="head">
        <h1>People</h1>
        <PeopleSentence
          people={people}
          kind={filter.kind}
          onKindChange={(kind) => setFilter({ ...filter, kind })}
        />
      </div>
      <div className="bar">
        <Button
          variant="primary"
          icon={<UserPlus aria-hidden="true" />}
          onClick={() => setOpen({ kind: 'create' })}
        >
          Create person
        </Button>
        <SearchField
          label="Search people"
          hasShortcut
          value={filter.text}
          onValueChange={(text) => setFilter({ ...filter, text })}
        />
        <span className="sp" />
        <LiveNote live="Live" />
      </div>
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
      {shown.length === 0 && (
        <EmptyState
          title="Nobody is like that."
          actions={<Button onClick={() => setFilter(everyone)}>Show all</Button>}
        >
          No name, email, role or context matches what you typed and chose.
        </EmptyState>
      )}
      <div className="foot-bar">
        <span>
          {shown.length} of {people.length} people
        </span>
        <span className="sp" />
        <span>Times are UTC</span>
      </div>
      {open?.kind === 'create' && (
        <PersonDialog
          {...dialogs}
          roles={roles}
          projects={projects}
          onDone={(person) => done(person, `${person.name} has an account.`)}
        />
      )}
      {open?.kind === 'roles' && (
        <RolesDialog
          {...dialogs}
          person={open.person}
          roles={roles}
          projects={projects}
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
