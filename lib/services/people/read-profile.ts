import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { ProfileReference } from '@/lib/domain/profile-reference';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';
import { requireProfile, type Profile } from './require-profile';

/**
 * Name and e-mail address of a person. One's own takes users.account.GetUserInfo of a token, that of others
 * desk.people.Manage.
 */
export async function readProfile(call: Call, reference: ProfileReference): Promise<Profile> {
  const profile = await requireProfile(call, reference, deskPermissions.managePeople);
  if (profile.isOwn && call.actor.kind === 'token')
    await requireVisibleContexts(call, 'users.account.GetUserInfo');
  return profile;
}
