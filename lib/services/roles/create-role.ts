import { randomId } from '@/lib/crypto/random-id';
import { putRole } from '@/lib/db/roles';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import type { RoleView } from '@/lib/domain/person';
import { createRoleSchema, type CreateRoleInput } from '@/lib/domain/role-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireProof } from '@/lib/services/people/require-proof';
import { requireGivable } from './require-givable';
import { requireFreeNames } from './require-own-role';

/**
 * Creates a role, which nobody holds yet. Needs desk.roles.Manage, the actor's own password, and to hold everywhere what
 * the role gives. Throws invalid_input, conflict (key or name taken), permission_denied, wrong_proof, proof_locked.
 */
export async function createRole(call: Call, input: CreateRoleInput): Promise<RoleView> {
  const { key, name, summary, proof, ...fields } = parseInput(createRoleSchema, input);
  const patterns = fields.patterns.toSorted();
  await requireDeskPermission(call, deskPermissions.manageRoles);
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.manageRoles, tx);
    await requireGivable(call, tx, patterns);
    await requireFreeNames(tx, { key, name }, null);
    await putRole(tx, { id: randomId(), key, name, summary, patterns, isBuiltIn: false });
    await record({
      action: 'role.created',
      subjectKind: 'role',
      subjectId: key,
      ownerId: null,
      data: { name, summary, before: [], after: patterns },
    });
  });
  return { key, name, summary, patterns };
}
