import { findPerson } from '@/lib/db/people';
import type { Call } from '@/lib/domain/call';
import type { DeskPermission } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { requireDeskPermission } from '@/lib/services/access/require-permission';

/**
 * The id of the person with this number, as an API names them: oneself, or anyone for whoever holds `needed`. Everyone else
 * is refused alike whether there is such a person or not (AZ-1). Throws permission_denied, not_found.
 */
export async function personByNumber(call: Call, number: number, needed: DeskPermission): Promise<string> {
  const person = await findPerson({ number });
  if (person !== null && isOneself(call, person.id)) return person.id;
  await requireDeskPermission(call, needed);
  if (person === null) throw new DeskError('not_found', 'There is no such user.');
  return person.id;
}

/** True when the person, or the token's owner, who acts is this one. */
export function isOneself({ actor }: Call, personId: string): boolean {
  return actor.kind !== 'system' && actor.personId === personId;
}
