import { countRoleHolders } from '@/lib/db/role-holders';
import { deleteRole } from '@/lib/db/roles';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { capitalised, counted } from '@/lib/domain/number-words';
import { parseInput } from '@/lib/domain/parse-input';
import { removeRoleSchema, type RemoveRoleInput } from '@/lib/domain/role-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { requireOwnRole, staleRole } from './require-own-role';

/**
 * Removes a role that nobody holds. Needs desk.roles.Manage and the actor's own password. Throws not_found,
 * stale_version, wrong_state for a built-in role and for one that is held, wrong_proof, proof_locked.
 */
export async function removeRole(call: Call, input: RemoveRoleInput): Promise<{ removedKey: string }> {
  const { key, version, proof } = parseInput(removeRoleSchema, input);
  await requireDeskPermission(call, deskPermissions.manageRoles);
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageRoles, tx);
    const role = await requireOwnRole(key, version, tx);
    const holders = await countRoleHolders(role.id, tx);
    if (holders > 0) {
      const who = `${capitalised(counted(holders, 'person', 'people'))} ${holders === 1 ? 'holds' : 'hold'}`;
      throw new DeskError('wrong_state', `${who} ${role.name}: take it from them first.`, { state: 'held' });
    }
    if (!(await deleteRole(tx, role.id, version))) throw staleRole(version);
    await record({
      action: 'role.removed',
      subjectKind: 'role',
      subjectId: key,
      ownerId: null,
      data: { name: role.name, before: role.patterns, after: [] },
    });
  });
  return { removedKey: key };
}
