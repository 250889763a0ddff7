import { formatDay } from '@/lib/domain/day';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago: `just now`, `50 s ago`, `41 min ago`, `23 h ago`, `3 d ago`; after two weeks the day as dd-mm-yyyy (UTC). */
export function relativeTime(at: Date, now: Date): string {
  const past = now.getTime() - at.getTime();
  if (past < 5 * second) return 'just now';
  if (past < minute) return `${Math.floor(past / second)} s ago`;
  if (past < hour) return `${Math.floor(past / minute)} min ago`;
  if (past < day) return `${Math.floor(past / hour)} h ago`;
  if (past < 14 * day) return `${Math.floor(past / day)} d ago`;
  return formatDay(at);
}

/** `dd-mm-yyyy hh:mm:ss UTC`: the exact instant, for titles. */
export function exactTime(at: Date): string {
  return `${formatDay(at)} ${at.toISOString().slice(11, 19)} UTC`;
}
