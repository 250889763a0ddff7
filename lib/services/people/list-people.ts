import { findPeople } from '@/lib/db/people';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { PersonRow } from '@/lib/domain/person';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { toPersonRow } from './person-row';

/** Everyone with their roles, by name. Needs desk.people.Manage. */
export async function listPeople(call: Call): Promise<PersonRow[]> {
  await requireDeskPermission(call, deskPermissions.managePeople);
  return (await findPeople(call.now)).map(toPersonRow);
}
