import { findPerson } from '@/lib/db/people';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import { requireDeskPermission } from '@/lib/services/access/require-permission';

/**
 * Whose tokens are meant by a person's number, as the token verbs take it: undefined for the actor's own. Someone else's
 * are an administrator's to name; anyone else is refused alike whether that person exists or not (AZ-1).
 */
export async function ownerByNumber(
  call: Call,
  number: number,
  purpose: 'read' | 'change',
): Promise<string | undefined> {
  const { actor } = call;
  const person = await findPerson({ number });
  if (person !== null && actor.kind !== 'system' && person.id === actor.personId) return undefined;
  const needed = purpose === 'read' ? deskPermissions.viewTokens : deskPermissions.manageTokens;
  await requireDeskPermission(call, needed);
  if (person === null) throw new DeskError('not_found', 'There is no such user.');
  return person.id;
}
