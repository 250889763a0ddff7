import { randomId } from '@/lib/crypto/random-id';
import { findProject, insertProject } from '@/lib/db/projects';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { projectContext } from '@/lib/domain/context';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import type { ProjectView } from '@/lib/domain/person';
import { createProjectSchema, type CreateProjectInput } from '@/lib/domain/project-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';

/** Creates a project: the context that roles and tokens can be bound to. Needs desk.projects.Manage and the password. */
export async function createProject(call: Call, input: CreateProjectInput): Promise<ProjectView> {
  const { key, name, proof } = parseInput(createProjectSchema, input);
  await requireDeskPermission(call, deskPermissions.manageProjects);
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageProjects, tx);
    if ((await findProject(key, tx)) !== null) {
      const message = `There is a project ${key} already.`;
      throw new DeskError('conflict', message, { issues: [{ path: 'key', message }] });
    }
    await insertProject(tx, { id: randomId(), key, name, createdAt: call.now });
    await record({
      action: 'project.created',
      subjectKind: 'project',
      subjectId: key,
      ownerId: null,
      context: projectContext(key),
      data: { name },
    });
  });
  return { key, name, context: projectContext(key) };
}
