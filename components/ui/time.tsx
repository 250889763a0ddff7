'use client';

import { useNow } from './use-now';
import { exactTime, relativeTime } from './relative-time';

export { relativeTime } from './relative-time';

/** An instant (ISO 8601) as how long ago it was, kept current; the exact time in its title. */
export function Time({ at, className }: { at: string; className?: string }) {
  const now = useNow();
  const date = new Date(at);
  return (
    // The server's "now" is a moment older than the browser's; the difference is meant.
    <time dateTime={at} title={exactTime(date)} className={className} suppressHydrationWarning>
      {relativeTime(date, now)}
    </time>
  );
}
