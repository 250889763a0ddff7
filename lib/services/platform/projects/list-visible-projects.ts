import { findProjects } from '@/lib/db/projects';
import type { Call } from '@/lib/domain/call';
import { projectContext } from '@/lib/domain/context';
import { isVisibleIn } from '@/lib/domain/decide';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';

/** The projects in which the actor may list projects, by key. */
export async function listVisibleProjects(call: Call): Promise<{ key: string; name: string }[]> {
  const visible = await requireVisibleContexts(call, 'environment.group.GetGroups');
  const projects = await findProjects();
  return projects
    .filter(({ key }) => isVisibleIn(visible, projectContext(key)))
    .map(({ key, name }) => ({ key, name }));
}
