import { findProjects } from '@/lib/db/projects';
import type { Call } from '@/lib/domain/call';
import { projectContext } from '@/lib/domain/context';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { ProjectView } from '@/lib/domain/person';
import { requireDeskPermission } from '@/lib/services/access/require-permission';

/** Every project, by key: the contexts that roles can be given in. Needs desk.people.Manage. */
export async function listProjects(call: Call): Promise<ProjectView[]> {
  await requireDeskPermission(call, deskPermissions.managePeople);
  return (await findProjects()).map(({ key, name }) => ({ key, name, context: projectContext(key) }));
}
