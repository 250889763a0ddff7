import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { LogScope } from './log-search';

/** What is one's own of the log: what one did, and what was done to what is one's own. For people, not for tokens. */
export function ownScope({ actor }: Call): LogScope {
  if (actor.kind === 'person') return { kind: 'own', personId: actor.personId };
  throw new DeskError('permission_denied', 'Only a person who is signed in has a log of their own.');
}
