import { findPerson } from '@/lib/db/people';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { requireVisibleContexts } from '@/lib/services/access/require-permission';
import { ownerIdOf } from '@/lib/services/platform/owner-id-of';

/** Who the actor is, or whom the token acts for. `number` is the integer id of the APIs. */
export async function readUserInfo(
  call: Call,
): Promise<{ number: number; email: string; name: string; createdAt: Date }> {
  await requireVisibleContexts(call, 'users.account.GetUserInfo');
  const person = await findPerson({ id: ownerIdOf(call) });
  if (person === null)
    throw new DeskError('not_found', 'There is no such person.', { subject: { kind: 'person', name: '' } });
  const { number, email, name, createdAt } = person;
  return { number, email, name, createdAt };
}
