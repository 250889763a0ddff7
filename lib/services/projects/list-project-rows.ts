import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { ProjectRow } from '@/lib/domain/project-view';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { readProjectRows } from './project-rows';

/** Every project with how many people, tokens and environments are in it, by key. Needs desk.projects.Manage. */
export async function listProjectRows(call: Call): Promise<ProjectRow[]> {
  await requireDeskPermission(call, deskPermissions.manageProjects);
  return readProjectRows(call.now);
}
