import { changePerson } from '@/lib/db/people';
import { replaceRoles, rolesOf } from '@/lib/db/roles';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import type { PersonRow, RoleHeld } from '@/lib/domain/person';
import { changeRolesSchema, type ChangeRolesInput } from '@/lib/domain/person-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireAssignable } from '@/lib/services/roles/require-assignable';
import { readPersonRow } from './person-row';
import { requireAdministratorLeft } from './require-administrator-left';
import { requirePersonAt, stalePerson } from './require-person-at';
import { requireProof } from './require-proof';

/**
 * Sets the roles of a person, per context. Their tokens narrow at once (law 1). Needs desk.people.Manage, the actor's own
 * password, and to hold what is given. Throws not_found, stale_version, wrong_state for the last administrator.
 */
export async function changeRoles(call: Call, input: ChangeRolesInput): Promise<PersonRow> {
  const { personId, version, roles, proof } = parseInput(changeRolesSchema, input);
  await requireDeskPermission(call, deskPermissions.managePeople);
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.managePeople, tx);
    const person = await requirePersonAt(call, tx, { personId, version });
    const before = await rolesOf(tx, personId);
    const { added, removed } = difference(before, roles);
    await requireAssignable(call, tx, added);
    if (!(await changePerson(tx, personId, version, {}))) throw stalePerson(person.version);
    await replaceRoles(tx, personId, roles);
    await requireAdministratorLeft(tx);
    await record({
      action: 'person.roles-changed',
      subjectKind: 'person',
      subjectId: personId,
      ownerId: personId,
      data: { name: person.name, added, removed, before, after: roles },
    });
  });
  return readPersonRow(personId, call.now);
}

function difference(before: readonly RoleHeld[], after: readonly RoleHeld[]) {
  const without = (one: readonly RoleHeld[], other: readonly RoleHeld[]) =>
    one.filter((held) => !other.some((each) => each.role === held.role && each.context === held.context));
  return { added: without(after, before), removed: without(before, after) };
}
