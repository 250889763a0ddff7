import { findPerson } from '@/lib/db/people';
import type { Call } from '@/lib/domain/call';
import type { DeskPermission } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import type { Person } from '@/lib/domain/person';
import type { ProfileReference } from '@/lib/domain/profile-reference';
import { requireDeskPermission } from '@/lib/services/access/require-permission';

/** A person as a profile shows them. `isOwn`: the one who asks, or for whom the token that asks acts. */
export interface Profile extends Pick<Person, 'id' | 'email' | 'name' | 'blockedAt'> {
  isOwn: boolean;
}

/**
 * The person whom a reference names. One's own needs nothing; anyone else is for those who hold `permission`, and refused to
 * the others alike whether there is such a person or not (AZ-1). Throws permission_denied, or not_found for those who may know.
 */
export async function requireProfile(
  call: Call,
  reference: ProfileReference,
  permission: DeskPermission,
): Promise<Profile> {
  const { actor } = call;
  if (actor.kind === 'system') throw new DeskError('permission_denied', 'The system has no profile.');
  const own = await findPerson({ id: actor.personId });
  if (own === null) throw new DeskError('unauthenticated', 'Nobody is signed in.');
  if (isSame(own, reference)) return toProfile(own, true);
  await requireDeskPermission(call, permission);
  const person = reference.by === 'me' ? own : await findPerson(columnOf(reference));
  if (person === null) throw new DeskError('not_found', 'There is no such profile.');
  return toProfile(person, false);
}

function isSame({ id, email }: Person, reference: ProfileReference): boolean {
  if (reference.by === 'me') return true;
  return reference.by === 'id' ? reference.id === id : reference.email === email;
}

function columnOf(reference: Exclude<ProfileReference, { by: 'me' }>): { id: string } | { email: string } {
  return reference.by === 'id' ? { id: reference.id } : { email: reference.email };
}

function toProfile({ id, email, name, blockedAt }: Person, isOwn: boolean): Profile {
  return { id, email, name, blockedAt, isOwn };
}
