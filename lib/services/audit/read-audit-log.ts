import { findEvents } from '@/lib/db/events';
import { findPeople } from '@/lib/db/people';
import type { AuditRow, AuditView } from '@/lib/domain/admin-view';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { DeskEvent, EventAction } from '@/lib/domain/event';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { deviceName } from './device-name';

const pageSize = 50;

/** What the log is narrowed to. `before` is an event's number, exclusive. */
export interface AuditQuery {
  before: number | null;
  personId: string | null;
  actions: readonly EventAction[] | null;
}

/** The audit log, newest first, a part at a time. Needs desk.audit.View. */
export async function readAuditLog(call: Call, query: AuditQuery): Promise<AuditView> {
  await requireDeskPermission(call, deskPermissions.viewAudit);
  const { before, personId, actions } = query;
  const filter = {
    ...(before === null ? {} : { before }),
    ...(personId === null ? {} : { personId }),
    ...(actions === null ? {} : { actions }),
  };
  const found = await findEvents(filter, pageSize + 1, 'newest');
  const shown = found.slice(0, pageSize);
  const names = await personNames(call, shown);
  return {
    rows: shown.map((event) => toRow(event, names)),
    next: found.length > pageSize ? (shown.at(-1)?.seq ?? null) : null,
  };
}

async function personNames(call: Call, events: readonly DeskEvent[]): Promise<ReadonlyMap<string, string>> {
  const ids = events.flatMap((event) => [event.subjectId, event.ownerId ?? event.subjectId]);
  const people = await findPeople(call.now, [...new Set(ids)]);
  return new Map(people.map((person) => [person.id, person.name]));
}

function toRow(event: DeskEvent, names: ReadonlyMap<string, string>): AuditRow {
  const { seq, action, outcome, actor, subjectKind, subjectId, context, via, requestId, sessionId, data } =
    event;
  return {
    seq,
    at: event.at.toISOString(),
    action,
    outcome,
    actor: { kind: actor.kind, name: actor.name },
    subject: subjectName(event, names),
    subjectKind,
    subjectId,
    context,
    via,
    requestId,
    sessionId,
    address: event.address,
    device: event.userAgent === null || event.userAgent === '' ? null : deviceName(event.userAgent),
    data,
  };
}

/** What was meant, by the name that the event kept, else by today's; an unknown account stays unknown. */
function subjectName(
  { subjectKind, subjectId, ownerId, data }: DeskEvent,
  names: ReadonlyMap<string, string>,
): string {
  const kept = data.description ?? data.name;
  if (typeof kept === 'string' && kept !== '') return kept;
  if (subjectKind === 'person') return names.get(subjectId) ?? 'an unknown account';
  if (subjectKind === 'session') return `a session of ${names.get(ownerId ?? '') ?? 'an unknown account'}`;
  return subjectId;
}
