import { findProject } from '@/lib/db/projects';
import type { Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { projectContext } from '@/lib/domain/context';
import { DeskError } from '@/lib/domain/errors';
import { requirePermission } from '@/lib/services/access/require-permission';

/**
 * A project in which the actor may do `permission`. Asked before the project is looked up, so that a stranger learns of
 * none. Throws permission_denied, or not_found.
 */
export async function requireProject(
  call: Call,
  permission: string,
  key: string,
  tx?: Transaction,
): Promise<void> {
  await requirePermission(call, permission, projectContext(key), tx);
  if ((await findProject(key, tx)) !== null) return;
  throw new DeskError('not_found', `There is no project ${key}.`, {
    subject: { kind: 'project', name: key },
  });
}
