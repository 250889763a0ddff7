import { renameProject } from '@/lib/db/projects';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { projectContext } from '@/lib/domain/context';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import type { ProjectView } from '@/lib/domain/person';
import { editProjectSchema, type EditProjectInput } from '@/lib/domain/project-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { requireProjectAt, staleProject } from './require-project-at';

/**
 * Gives a project another name; its key, which roles and tokens are bound to, stays. Needs desk.projects.Manage and the
 * actor's own password. Throws not_found, stale_version, wrong_proof, proof_locked.
 */
export async function editProject(call: Call, input: EditProjectInput): Promise<ProjectView> {
  const { key, version, name, proof } = parseInput(editProjectSchema, input);
  await requireDeskPermission(call, deskPermissions.manageProjects);
  await requireProof(call, proof);
  const context = projectContext(key);
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageProjects, tx);
    const project = await requireProjectAt(key, version, tx);
    if (!(await renameProject(tx, { id: project.id, version, name }))) throw staleProject(version);
    await record({
      action: 'project.changed',
      subjectKind: 'project',
      subjectId: key,
      ownerId: null,
      context,
      data: { name, formerName: project.name },
    });
  });
  return { key, name, context };
}
