import { countEvents, readEvents, type EventSearch } from '@/lib/db/audit-events';
import type { AuditView } from '@/lib/domain/admin-view';
import { mostExported, type AuditFilter } from '@/lib/domain/audit-filter';
import type { Call } from '@/lib/domain/call';
import type { DeskEvent } from '@/lib/domain/event';
import { eventPainter, toAuditRow } from './event-painter';
import { logSearch, type LogScope } from './log-search';

const pageSize = 50;

/** Which part of the log: below the event `before`, above the event `after`, or the newest. Both are exclusive. */
export interface LogPart {
  before: number | null;
  after: number | null;
}

/** One part of the log, newest first. Whoever calls it has settled who may see what. */
export async function readLog(
  call: Call,
  scope: LogScope,
  filter: AuditFilter,
  part: LogPart,
): Promise<AuditView> {
  const { search, tokens } = await logSearch(scope, filter);
  const [{ events, isCut }, found] = await Promise.all([
    readPart(search, part),
    countEvents(search, mostExported + 1),
  ]);
  const isUpwards = part.after !== null;
  const [first, last] = [events[0]?.seq ?? null, events.at(-1)?.seq ?? null];
  const paint = eventPainter(call, scope);
  return {
    rows: (await paint(events)).map(toAuditRow),
    newer: isUpwards ? (isCut ? first : null) : part.before === null ? null : first,
    older: isUpwards ? last : isCut ? last : null,
    found: Math.min(found, mostExported),
    isMore: found > mostExported,
    tokens,
  };
}

async function readPart(
  search: EventSearch,
  { before, after }: LogPart,
): Promise<{ events: DeskEvent[]; isCut: boolean }> {
  const order = after === null ? 'newest' : 'oldest';
  const read: DeskEvent[] = [];
  for await (const event of readEvents(search, { order, beyond: after ?? before }, pageSize + 1)) {
    read.push(event);
    if (read.length > pageSize) break;
  }
  const events = read.slice(0, pageSize);
  return { events: after === null ? events : events.reverse(), isCut: read.length > pageSize };
}
