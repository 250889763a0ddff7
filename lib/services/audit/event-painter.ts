import { findPeople } from '@/lib/db/people';
import type { AuditRow } from '@/lib/domain/admin-view';
import type { Call } from '@/lib/domain/call';
import type { DeskEvent } from '@/lib/domain/event';
import { deviceName } from './device-name';
import type { LogScope } from './log-search';

/** Names of people, kept: a long export asks for each person once. */
type Names = Map<string, string>;

/** An event with the name of what it was done to, and without what its reader may not see. */
export interface NamedEvent extends DeskEvent {
  subject: string;
}

/**
 * Names what events were done to. In one's own log where others acted stays theirs: address, device and session of another
 * person are left out; of someone unknown who tried to get in they are not.
 */
export function eventPainter(call: Call, scope: LogScope) {
  const names: Names = new Map();
  return async (events: readonly DeskEvent[]): Promise<NamedEvent[]> => {
    const ids = new Set(events.flatMap((event) => [event.subjectId, event.ownerId ?? event.subjectId]));
    const unknown = [...ids].filter((id) => !names.has(id));
    const people = unknown.length === 0 ? [] : await findPeople(call.now, unknown);
    for (const { id, name } of people) names.set(id, name);
    return events.map((event) => ({ ...seenIn(scope, event), subject: subjectName(event, names) }));
  };
}

function seenIn(scope: LogScope, event: DeskEvent): DeskEvent {
  const { kind, personId } = event.actor;
  if (scope.kind === 'everyone' || kind === 'system' || personId === scope.personId) return event;
  return { ...event, address: null, userAgent: null, sessionId: null };
}

/** What was meant, by the name that the event kept, else by today's; an unknown account stays unknown. */
function subjectName({ subjectKind, subjectId, ownerId, data }: DeskEvent, names: Names): string {
  const kept = data.description ?? data.name;
  if (typeof kept === 'string' && kept !== '') return kept;
  if (subjectKind === 'person') return names.get(subjectId) ?? 'an unknown account';
  if (subjectKind === 'session') return `a session of ${names.get(ownerId ?? '') ?? 'an unknown account'}`;
  return subjectId;
}

/** An event as a line of the log shows it. */
export function toAuditRow(event: NamedEvent): AuditRow {
  const { at, actor, userAgent, seq, action, outcome, subject, subjectKind, subjectId } = event;
  const { context, via, requestId, sessionId, address, data } = event;
  return {
    seq,
    at: at.toISOString(),
    action,
    outcome,
    actor: { kind: actor.kind, name: actor.name },
    subject,
    subjectKind,
    subjectId,
    context,
    via,
    requestId,
    sessionId,
    address,
    device: userAgent === null || userAgent === '' ? null : deviceName(userAgent),
    data,
  };
}
