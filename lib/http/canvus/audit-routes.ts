import { auditLogOperation } from '@/lib/domain/api/canvus-server';
import { DeskError } from '@/lib/domain/errors';
import { route, type RestRoute } from '@/lib/http/rest/rest-route';
import { readEventPage, type NumberedEvent } from '@/lib/services/audit/read-event-page';
import { readDeskFacts } from '@/lib/services/desk/read-desk-facts';

const usualPage = 50;
const largestPage = 100;

/** The audit log: `/api/v1/audit-log`. */
export function auditRoutes(): RestRoute[] {
  return [
    route(auditLogOperation, async (call, { query }) => {
      const { per_page: limit = usualPage, cursor: before, author_id: authorNumber } = query;
      if (limit < 1 || limit > largestPage) throw tooLarge();
      const { events, next } = await readEventPage(call, {
        limit,
        before,
        after: query.created_after,
        until: query.created_before,
        subjectKind: query.target_type === undefined ? undefined : subjectKindOf(query.target_type),
        subjectId: query.target_id,
        authorNumber,
      });
      const headers = next === null ? {} : { Link: `<${addressOf({ ...query, cursor: next })}>; rel="next"` };
      return { status: 200, body: events.map(eventReply), headers };
    }),
  ];
}

function tooLarge(): DeskError {
  const message = `per_page is from 1 to ${largestPage}.`;
  return new DeskError('invalid_input', message, { issues: [{ path: 'query.per_page', message }] });
}

function addressOf(query: Record<string, string | number | Date | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, value instanceof Date ? value.toISOString() : String(value));
  }
  return `${readDeskFacts().origin}/api/v1/audit-log?${search.toString()}`;
}

/** This API calls a person a user, and writes its kinds with a capital. */
function targetTypeOf(subjectKind: string): string {
  return subjectKind === 'person' ? 'User' : subjectKind.charAt(0).toUpperCase() + subjectKind.slice(1);
}

function subjectKindOf(targetType: string): string {
  const kind = targetType.toLowerCase();
  return kind === 'user' ? 'person' : kind;
}

/** An event as this API shows it: keys in alphabetical order. */
function eventReply({ seq, at, action, author, subject, subjectKind, data }: NumberedEvent) {
  return {
    action,
    author_id: author.number,
    author_name: author.name,
    created_at: at.toISOString(),
    details: Object.keys(data).length === 0 ? '' : JSON.stringify(data),
    id: seq,
    target_id: subject.id,
    target_name: subject.name,
    target_type: targetTypeOf(subjectKind),
  };
}
