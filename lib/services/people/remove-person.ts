import { markPersonRemoved } from '@/lib/db/people';
import { replaceRoles } from '@/lib/db/roles';
import { endSessions } from '@/lib/db/sessions';
import { markAllRemoved } from '@/lib/db/tokens';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { parseInput } from '@/lib/domain/parse-input';
import { seenPersonSchema, type SeenPersonInput } from '@/lib/domain/person-change-input';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { toRemoval } from '@/lib/services/tokens/remove-at-once';
import { requireAdministratorLeft } from './require-administrator-left';
import { requirePersonAt, stalePerson } from './require-person-at';
import { requireProof } from './require-proof';

/**
 * Removes a person: their sessions end, their tokens are removed, their email is free. The row stays, so that the log can
 * name them. Needs desk.people.Manage and a proof. Throws not_found, stale_version, wrong_state for the last administrator.
 */
export async function removePerson(call: Call, input: SeenPersonInput): Promise<{ removedTokens: number }> {
  const { personId, version, proof } = parseInput(seenPersonSchema, input);
  await requireDeskPermission(call, deskPermissions.managePeople);
  await requireProof(call, proof);
  return transaction(call, async (tx, record) => {
    await requireDeskPermission(call, deskPermissions.managePeople, tx);
    const person = await requirePersonAt(call, tx, { personId, version });
    if (!(await markPersonRemoved(tx, personId, person.version, call.now))) throw stalePerson(person.version);
    await replaceRoles(tx, personId, []);
    await requireAdministratorLeft(tx);
    const ended = await endSessions(tx, personId, { except: null }, call.now, 'person-removed');
    const tokens = await markAllRemoved(tx, personId, call.now);
    await record(tokens.map((token) => toRemoval(token)));
    await record({
      action: 'person.removed',
      subjectKind: 'person',
      subjectId: personId,
      ownerId: personId,
      data: {
        name: person.name,
        email: person.email,
        endedSessions: ended.length,
        removedTokens: tokens.length,
      },
    });
    return { removedTokens: tokens.length };
  });
}
