import { readEvents } from '@/lib/db/audit-events';
import { latestEventSeq } from '@/lib/db/events';
import { mostExported, type AuditFilter } from '@/lib/domain/audit-filter';
import type { Call } from '@/lib/domain/call';
import { byteOrderMark, csvLine } from '@/lib/domain/csv';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import type { DeskEvent } from '@/lib/domain/event';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { eventPainter, type NamedEvent } from './event-painter';
import { logSearch, type LogScope } from './log-search';
import { ownScope } from './own-scope';

/** A CSV file in pieces, as they are read. */
export type CsvPieces = AsyncGenerator<string, void, void>;

const linesAPiece = 500;

/** Every field that the log keeps (AUD-4), and the name of what it was done to. */
const columns: readonly [string, (event: NamedEvent) => string | null][] = [
  ['number', ({ seq }) => String(seq)],
  ['at', ({ at }) => at.toISOString()],
  ['action', ({ action }) => action],
  ['outcome', ({ outcome }) => outcome],
  ['actor kind', ({ actor }) => actor.kind],
  ['actor', ({ actor }) => actor.name],
  ['actor person id', ({ actor }) => actor.personId],
  ['actor token id', ({ actor }) => actor.tokenId],
  ['session', ({ sessionId }) => sessionId],
  ['subject kind', ({ subjectKind }) => subjectKind],
  ['subject', ({ subject }) => subject],
  ['subject id', ({ subjectId }) => subjectId],
  ['owner id', ({ ownerId }) => ownerId],
  ['context', ({ context }) => context],
  ['via', ({ via }) => via],
  ['request', ({ requestId }) => requestId],
  ['address', ({ address }) => address],
  ['user agent', ({ userAgent }) => userAgent],
  ['facts', ({ data }) => (Object.keys(data).length === 0 ? null : JSON.stringify(data))],
];

/**
 * The log as it is filtered, as CSV (RFC 4180, UTF-8 with a byte order mark, no cell a formula): newest first, the newest
 * 100,000 lines at most, nothing that happens after it began. Needs desk.audit.View, again for each piece.
 */
export async function exportAuditLog(call: Call, filter: AuditFilter): Promise<CsvPieces> {
  const authorise = () => requireDeskPermission(call, deskPermissions.viewAudit);
  await authorise();
  return exportLog(call, { kind: 'everyone' }, filter, authorise);
}

/** The same of the log of the person who asks (AUD-6). */
export async function exportOwnLog(call: Call, filter: AuditFilter): Promise<CsvPieces> {
  return exportLog(call, ownScope(call), filter, async () => undefined);
}

async function* exportLog(
  call: Call,
  scope: LogScope,
  filter: AuditFilter,
  authorise: () => Promise<void>,
): CsvPieces {
  const { search } = await logSearch(scope, filter);
  const beyond = (await latestEventSeq()) + 1;
  const paint = eventPainter(call, scope);
  const piece = async (events: readonly DeskEvent[]) => {
    await authorise();
    const named = await paint(events);
    return named.map((event) => csvLine(columns.map(([, read]) => read(event) ?? ''))).join('');
  };
  yield byteOrderMark + csvLine(columns.map(([name]) => name));
  let lines = 0;
  let waiting: DeskEvent[] = [];
  for await (const event of readEvents(search, { order: 'newest', beyond }, linesAPiece)) {
    waiting.push(event);
    lines += 1;
    if (lines >= mostExported) break;
    if (waiting.length < linesAPiece) continue;
    yield await piece(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield await piece(waiting);
}
