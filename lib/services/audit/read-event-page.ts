import { findEvents } from '@/lib/db/events';
import { findPeopleNumbers, findPerson } from '@/lib/db/people';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { DeskEvent } from '@/lib/domain/event';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { eventPainter } from './event-painter';

/** Which events, as an API asks for them; people by number. Everything given has to match. */
export interface EventQuery {
  limit: number;
  /** The number of the event below which to begin. */
  before?: number | undefined;
  /** Both exclusive. */
  after?: Date | undefined;
  until?: Date | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  authorNumber?: number | undefined;
}

/** An event with the names and numbers of whom it speaks. */
export interface NumberedEvent extends Pick<DeskEvent, 'seq' | 'at' | 'action' | 'subjectKind' | 'data'> {
  author: { number: number | null; name: string };
  /** Of a person the number, of anything else its id. */
  subject: { id: string; name: string };
}

/** A page of the log, newest first, and where the next one begins. Needs desk.audit.View. */
export async function readEventPage(
  call: Call,
  query: EventQuery,
): Promise<{ events: NumberedEvent[]; next: number | null }> {
  await requireDeskPermission(call, deskPermissions.viewAudit);
  const filter = await filterOf(query);
  if (filter === null) return { events: [], next: null };
  const found = await findEvents(filter, query.limit + 1, 'newest');
  const page = found.slice(0, query.limit);
  const named = await eventPainter(call, { kind: 'everyone' })(page);
  const ids = page.flatMap(({ actor, subjectId }) => [actor.personId ?? subjectId, subjectId]);
  const people = await findPeopleNumbers([...new Set(ids)]);
  const events = named.map(({ seq, at, action, subjectKind, data, actor, subjectId, subject }) => ({
    seq,
    at,
    action,
    subjectKind,
    data,
    author: { number: people.get(actor.personId ?? '')?.number ?? null, name: actor.name },
    subject: { id: String(people.get(subjectId)?.number ?? subjectId), name: subject },
  }));
  return { events, next: found.length > page.length ? (page.at(-1)?.seq ?? null) : null };
}

/** Null when somebody is named who is not there: then nothing matches. */
async function filterOf(query: EventQuery) {
  const { before, after, until, subjectKind, subjectId, authorNumber } = query;
  const author = authorNumber === undefined ? undefined : await findPerson({ number: authorNumber });
  if (author === null) return null;
  const subjectIds = subjectId === undefined ? undefined : await subjectIdsOf(subjectId);
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { since: new Date(after.getTime() + 1) }),
    ...(until === undefined ? {} : { until }),
    ...(subjectKind === undefined ? {} : { subjectKind }),
    ...(subjectIds === undefined ? {} : { subjectIds }),
    ...(author === undefined ? {} : { actorPersonId: author.id }),
  };
}

/** A number names a person; it might be the id of something else as well. */
async function subjectIdsOf(subjectId: string): Promise<string[]> {
  const person = /^\d{1,9}$/.test(subjectId) ? await findPerson({ number: Number(subjectId) }) : null;
  return person === null ? [subjectId] : [subjectId, person.id];
}
