import { hashPassword } from '@/lib/crypto/password';
import { randomId } from '@/lib/crypto/random-id';
import { findPerson, insertPerson, nextPersonNumber } from '@/lib/db/people';
import { replaceRoles } from '@/lib/db/roles';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import type { PersonRow } from '@/lib/domain/person';
import { createPersonSchema, type CreatePersonInput } from '@/lib/domain/person-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requireAssignable } from '@/lib/services/roles/require-assignable';
import { readPersonRow } from './person-row';
import { requireProof } from './require-proof';
import { requireStrongPassword } from './require-strong-password';

/**
 * Creates a person with a password and roles per context. Needs desk.people.Manage and the actor's own password.
 * Throws invalid_input, conflict (email taken), permission_denied, wrong_proof, proof_locked, overloaded.
 */
export async function createPerson(call: Call, input: CreatePersonInput): Promise<PersonRow> {
  const { name, email, password, roles, state = 'active', proof } = parseInput(createPersonSchema, input);
  await requireDeskPermission(call, deskPermissions.managePeople);
  requireStrongPassword(password, { name, email });
  await requireProof(call, proof);
  const passwordHash = await hashPassword(password);
  const id = randomId();
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.managePeople, tx);
    await requireAssignable(call, tx, roles);
    if ((await findPerson({ email }, tx)) !== null) {
      const message = 'Someone with this email is here already.';
      throw new DeskError('conflict', message, { issues: [{ path: 'email', message }] });
    }
    await insertPerson(tx, {
      id,
      number: await nextPersonNumber(tx),
      email,
      name,
      createdAt: call.now,
      approvedAt: state === 'waiting' ? null : call.now,
      blockedAt: state === 'active' ? null : call.now,
      passwordHash,
    });
    await replaceRoles(tx, id, roles);
    await record({
      action: 'person.created',
      subjectKind: 'person',
      subjectId: id,
      ownerId: id,
      data: { name, email, roles, ...(state === 'active' ? {} : { state }) },
    });
  });
  return readPersonRow(id, call.now);
}
