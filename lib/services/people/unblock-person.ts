import { changePerson } from '@/lib/db/people';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import type { PersonRow } from '@/lib/domain/person';
import { blockPersonSchema, type BlockPersonInput } from '@/lib/domain/person-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { reopenAccount } from './failure-budget';
import { readPersonRow } from './person-row';
import { requirePersonAt, stalePerson } from './require-person-at';
import { requireProof } from './require-proof';

/**
 * Lets a blocked person in again: their tokens work as before, sessions stay ended, and wrong passwords are forgotten.
 * Needs desk.people.Manage and the actor's own password. Throws not_found, stale_version, wrong_state.
 */
export async function unblockPerson(call: Call, input: BlockPersonInput): Promise<PersonRow> {
  const { personId, version, proof } = parseInput(blockPersonSchema, input);
  await requireDeskPermission(call, deskPermissions.managePeople);
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.managePeople, tx);
    const person = await requirePersonAt(call, tx, { personId, version });
    if (person.blockedAt === null) {
      throw new DeskError('wrong_state', `${person.name} is not blocked.`, { state: 'active' });
    }
    // Whoever lets in a person who waits for approval approves of them.
    const approvedAt = person.approvedAt ?? call.now;
    if (!(await changePerson(tx, personId, person.version, { blockedAt: null, approvedAt })))
      throw stalePerson(person.version);
    await reopenAccount(tx, person.email);
    await record({
      action: person.approvedAt === null ? 'person.approved' : 'person.unblocked',
      subjectKind: 'person',
      subjectId: personId,
      ownerId: personId,
      data: { name: person.name },
    });
  });
  return readPersonRow(personId, call.now);
}
