import { changeRole } from '@/lib/db/roles';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import type { RoleView } from '@/lib/domain/person';
import { addedPatterns } from '@/lib/domain/role-effect';
import { editRoleSchema, type EditRoleInput } from '@/lib/domain/role-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { requireGivable } from './require-givable';
import { requireFreeNames, requireOwnRole, staleRole } from './require-own-role';

/**
 * Sets name, summary and patterns of a role; whoever holds it, and their tokens, follow at once (law 1). Needs
 * desk.roles.Manage, the actor's own password, and to hold everywhere what is added. Throws not_found, stale_version,
 * wrong_state for a built-in role, conflict (name taken), permission_denied, wrong_proof, proof_locked.
 */
export async function editRole(call: Call, input: EditRoleInput): Promise<RoleView> {
  const { key, version, name, summary, proof, ...fields } = parseInput(editRoleSchema, input);
  const patterns = fields.patterns.toSorted();
  await requireDeskPermission(call, deskPermissions.manageRoles);
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageRoles, tx);
    const before = await requireOwnRole(key, version, tx);
    await requireGivable(call, tx, addedPatterns(before.patterns, patterns));
    await requireFreeNames(tx, { key: null, name }, before.id);
    if (!(await changeRole(tx, { id: before.id, version, name, summary, patterns })))
      throw staleRole(version);
    await record({
      action: 'role.changed',
      subjectKind: 'role',
      subjectId: key,
      ownerId: null,
      data: {
        name,
        summary,
        ...(name === before.name ? {} : { formerName: before.name }),
        before: before.patterns,
        after: patterns,
      },
    });
  });
  return { key, name, summary, patterns };
}
