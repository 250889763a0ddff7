import type { Metadata } from 'next';
import { PeopleView } from '@/components/admin/people/people-view';
import { requireAdministration } from '@/lib/auth/require-administration';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { importedContextTypes } from '@/lib/services/catalog/current-catalog';
import { listPeople } from '@/lib/services/people/list-people';
import { listProjects } from '@/lib/services/projects/list-projects';
import { listRoles } from '@/lib/services/roles/list-roles';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const { call, person } = await requireAdministration('/admin/people', deskPermissions.managePeople);
  const [people, roles, projects] = await Promise.all([
    listPeople(call),
    listRoles(call),
    listProjects(call),
  ]);
  return (
    <PeopleView
      people={people}
      roles={roles}
      places={{
        contexts: [
          { context: 'global', title: 'everywhere' },
          ...projects.map(({ context, name }) => ({ context, title: name })),
        ],
        types: importedContextTypes(),
      }}
      self={{ id: person.id, email: person.email }}
    />
  );
}
