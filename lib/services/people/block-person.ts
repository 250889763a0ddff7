import { changePerson } from '@/lib/db/people';
import { endSessions } from '@/lib/db/sessions';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import type { PersonRow } from '@/lib/domain/person';
import { blockPersonSchema, type BlockPersonInput } from '@/lib/domain/person-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { readPersonRow } from './person-row';
import { requireAdministratorLeft } from './require-administrator-left';
import { requirePersonAt, stalePerson } from './require-person-at';
import { requireProof } from './require-proof';

/**
 * Blocks a person: their sessions end, their tokens are refused from the next request on (AZ-7). Needs
 * desk.people.Manage and the actor's own password. Throws not_found, stale_version, wrong_state.
 */
export async function blockPerson(call: Call, input: BlockPersonInput): Promise<PersonRow> {
  const { personId, version, proof } = parseInput(blockPersonSchema, input);
  await requireDeskPermission(call, deskPermissions.managePeople);
  await requireProof(call, proof);
  await transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.managePeople, tx);
    const person = await requirePersonAt(call, tx, { personId, version });
    if (person.blockedAt !== null) {
      throw new DeskError('wrong_state', `${person.name} is blocked already.`, { state: 'blocked' });
    }
    if (!(await changePerson(tx, personId, person.version, { blockedAt: call.now })))
      throw stalePerson(person.version);
    await requireAdministratorLeft(tx);
    const ended = await endSessions(tx, personId, { except: null }, call.now, 'person-blocked');
    await record({
      action: 'person.blocked',
      subjectKind: 'person',
      subjectId: personId,
      ownerId: personId,
      data: { name: person.name, endedSessions: ended.length },
    });
  });
  return readPersonRow(personId, call.now);
}
