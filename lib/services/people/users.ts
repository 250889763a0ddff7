import { findUsers } from '@/lib/db/people';
import { administratorRole } from '@/lib/domain/built-in-roles';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { DeskError } from '@/lib/domain/errors';
import type { User } from '@/lib/domain/person';
import { requireDeskPermission, requireVisibleContexts } from '@/lib/services/access/require-permission';
import { isOneself, personByNumber } from './person-by-number';

/** Everyone, by number. Needs desk.people.Manage. */
export async function listUsers(call: Call): Promise<User[]> {
  await requireDeskPermission(call, deskPermissions.managePeople);
  return findUsers(administratorRole);
}

/** Oneself, or anyone for whoever manages people. A token needs users.account.GetUserInfo for its own owner. */
export async function readUser(call: Call, by: { number: number } | { id: string }): Promise<User> {
  const personId = 'id' in by ? by.id : await personByNumber(call, by.number, deskPermissions.managePeople);
  if (!isOneself(call, personId)) await requireDeskPermission(call, deskPermissions.managePeople);
  if (isOneself(call, personId) && call.actor.kind === 'token')
    await requireVisibleContexts(call, 'users.account.GetUserInfo');
  const [user] = await findUsers(administratorRole, personId);
  if (user === undefined) throw new DeskError('not_found', 'There is no such user.');
  return user;
}
