import { findEvents } from '@/lib/db/events';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { DeskEvent } from '@/lib/domain/event';

const toldForMilliseconds = 30 * 86_400_000;

/** Who is told of leaks, and takes note. Throws permission_denied for a token: its own secret may be what leaked. */
export function requireTold({ actor }: Call): string {
  if (actor.kind === 'person') return actor.personId;
  throw new DeskError('permission_denied', 'Only a person who is signed in is told of leaks.');
}

/** The reports of the last 30 days that their person has not taken note of, newest first; those up to `upTo`, if given. */
export async function findOpenLeaks(
  ownerId: string,
  now: Date,
  limit: number,
  upTo?: number,
): Promise<DeskEvent[]> {
  const taken = { subjectKind: 'person', subjectIds: [ownerId], actions: ['leak.acknowledged'] };
  const [last] = await findEvents(taken, 1, 'newest');
  const seen = last?.data.upTo;
  const since = new Date(now.getTime() - toldForMilliseconds);
  return findEvents(
    {
      ownerId,
      actions: ['leak.reported'],
      since,
      ...(typeof seen === 'number' ? { after: seen } : {}),
      ...(upTo === undefined ? {} : { before: upTo + 1 }),
    },
    limit,
    'newest',
  );
}
