import { rightsOf } from '@/lib/db/rights';
import { findSession } from '@/lib/db/sessions';
import { isVisibleIn, visibleContexts } from '@/lib/domain/decide';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { DeskEvent } from '@/lib/domain/event';
import { holds } from '@/lib/domain/rights';
import { isSessionLive } from '@/lib/domain/session';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { sessionLimits } from '@/lib/services/sessions/session-limits';

/** Who reads the feed, and through which session. */
export interface Reader {
  personId: string;
  sessionId: string;
}

const platformSubjects: ReadonlySet<string> = new Set(['environment', 'archive', 'app', 'project']);

/**
 * Says which events a person may see now (AZ-1): those of their own desk or doing; those of the sample platform in contexts
 * where they may list environments; changes of roles; and of people, for whoever manages them.
 */
export async function feedViewer({ personId }: Reader): Promise<(event: DeskEvent) => boolean> {
  const ownerRights = await rightsOf(personId);
  const question = {
    power: { kind: 'full' },
    ownerRights,
    permission: 'environment.control.GetEnvs',
    catalog: currentCatalog(),
  } as const;
  const contexts = visibleContexts(question);
  const managesPeople = holds(ownerRights, deskPermissions.managePeople, 'global');
  return (event) => {
    if (event.ownerId === personId || event.actor.personId === personId) return true;
    if (platformSubjects.has(event.subjectKind))
      return placesOf(event).some((place) => isVisibleIn(contexts, place));
    if (event.subjectKind === 'person') return managesPeople && event.outcome === 'done';
    return event.subjectKind === 'role';
  };
}

/** Where an event took place: what moved did so in the context that it left and in the one that it came to. */
function placesOf({ action, context, data }: DeskEvent): string[] {
  const reached = action === 'environment.moved' && typeof data.after === 'string' ? [data.after] : [];
  return context === null ? reached : [context, ...reached];
}

/** True when an event may have changed what the reader may see, or whether they may read at all. */
export function concernsReader(event: DeskEvent, { personId, sessionId }: Reader): boolean {
  if (event.subjectKind === 'role') return true;
  return event.subjectId === personId || event.subjectId === sessionId || event.sessionId === sessionId;
}

/** True while the reader's session admits them. Reading the feed does not count as using the session. */
export async function mayStillRead({ personId, sessionId }: Reader, now: Date): Promise<boolean> {
  const found = await findSession(personId, sessionId);
  return found !== null && isSessionLive(found.session, found.owner, sessionLimits(), now);
}
