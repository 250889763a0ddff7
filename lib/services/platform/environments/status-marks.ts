import type { EnvironmentEvent } from '@/lib/db/environment-events';
import type { StatusMark } from '@/lib/domain/platform/environment-status';

/** So many events are read for one history; older ones are left out. */
export const maxMarks = 5_000;

/** The events as the history reads them. */
export function marksOf(events: readonly EnvironmentEvent[]): StatusMark[] {
  return events.map(({ at, statusBefore, statusAfter }) => ({
    at,
    before: statusBefore,
    after: statusAfter,
  }));
}
