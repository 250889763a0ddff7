import { exactTime } from '@/components/ui/relative-time';
import type { AuditRow } from '@/lib/domain/admin-view';

/** Every field that the log keeps of an event. */
export function AuditFacts({ row }: { row: AuditRow }) {
  const facts: [string, string | null][] = [
    ['Number', String(row.seq)],
    ['At', exactTime(new Date(row.at))],
    ['Action', row.action],
    ['Outcome', row.outcome],
    ['By', `${row.actor.kind}: ${row.actor.name}`],
    ['On', `${row.subjectKind}: ${row.subjectId}`],
    ['Session', row.sessionId],
    ['Request', row.requestId],
    ['Via', row.via],
    ['Facts', Object.keys(row.data).length === 0 ? null : dataLines(row.data)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** One line per fact, as the log keeps it. */
function dataLines(data: Record<string, unknown>): string {
  return Object.entries(data)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n');
}
