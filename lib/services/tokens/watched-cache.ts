import { verificationCache, type VerificationCache } from '@/lib/cache/verification-cache';
import { onEvent } from '@/lib/db/event-feed';
import type { DeskEvent, EventAction } from '@/lib/domain/event';
import { processWide } from '@/lib/domain/process-wide';

/** Which answers an event makes old: those of its token, of its person, or all. */
export type Reach = 'token' | 'owner' | 'all';

/** An action that is not here touches no answer. */
const reaches: Partial<Record<EventAction, Reach>> = {
  'token.generated': 'token',
  'token.edited': 'token',
  'token.copied': 'token',
  'token.regenerated': 'token',
  'token.removed': 'token',
  'token.paused': 'token',
  'token.resumed': 'token',
  'token.access-ended': 'token',
  'person.created': 'owner',
  'person.blocked': 'owner',
  'person.unblocked': 'owner',
  'person.roles-changed': 'owner',
  'person.approved': 'owner',
  'person.changed': 'owner',
  'person.removed': 'owner',
  'role.created': 'all',
  'role.changed': 'all',
  'role.removed': 'all',
  'service.imported': 'all',
  'service.removed': 'all',
};

/**
 * The verification cache, listening to the feed. Events are published after the commit and before the change is answered,
 * so the very next request on this node sees the change (law 5).
 */
export function watchedCache(): VerificationCache {
  return processWide('watched-verification-cache', () => {
    const cache = verificationCache();
    onEvent((event) => forget(cache, event));
    return cache;
  });
}

/** Which answers an event makes old, here and wherever answers are kept; null for none. */
export function reachOf({ action }: Pick<DeskEvent, 'action'>): Reach | null {
  return reaches[action] ?? null;
}

function forget(cache: VerificationCache, event: DeskEvent): void {
  const reach = reachOf(event);
  if (reach === 'token') cache.forgetToken(event.subjectId);
  if (reach === 'owner') cache.forgetOwner(event.subjectId);
  if (reach === 'all') cache.forgetAll();
}
