import type { Call } from '@/lib/domain/call';
import type { DeskEvent } from '@/lib/domain/event';
import type { LeakNoticeView, LeakReport } from '@/lib/domain/leak-report';
import { findOpenLeaks, requireTold } from './find-open-leaks';

const mostShown = 3;

/** What the person has to be told of leaks: reports of the last 30 days that they have not taken note of. */
export async function readLeakNotice(call: Call): Promise<LeakNoticeView> {
  const events = await findOpenLeaks(requireTold(call), call.now, mostShown + 1);
  return { reports: events.slice(0, mostShown).map(toReport), isMore: events.length > mostShown };
}

function toReport({ seq, at, subjectKind, data }: DeskEvent): LeakReport {
  const kind = subjectKind === 'session' ? 'session' : 'accessToken' in data ? 'access-token' : 'token';
  const { description } = data;
  return { seq, kind, description: typeof description === 'string' ? description : '', at: at.toISOString() };
}
