import { changePerson } from '@/lib/db/people';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { seenPersonSchema, type SeenPersonInput } from '@/lib/domain/person-change-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { requirePersonAt, stalePerson } from './require-person-at';
import { requireProof } from './require-proof';

/** Lets in a person who waits for approval. Needs desk.people.Manage and a proof. Throws not_found, wrong_state. */
export async function approvePerson(call: Call, input: SeenPersonInput): Promise<void> {
  const { personId, version, proof } = parseInput(seenPersonSchema, input);
  await requireDeskPermission(call, deskPermissions.managePeople);
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.managePeople, tx);
    const person = await requirePersonAt(call, tx, { personId, version });
    if (person.approvedAt !== null) {
      throw new DeskError('wrong_state', `${person.name} is approved already.`, { state: 'approved' });
    }
    const change = { approvedAt: call.now, blockedAt: null };
    if (!(await changePerson(tx, personId, person.version, change))) throw stalePerson(person.version);
    await record({
      action: 'person.approved',
      subjectKind: 'person',
      subjectId: personId,
      ownerId: personId,
      data: { name: person.name },
    });
  });
}
