import { daysLeft, endingSoonDays, isExpired } from '@/lib/domain/token';

const dayMilliseconds = 86_400_000;
const bendDays = 14;
const axisDays = 366;

/** What stands on the axis right of today, as fractions of it. */
export const axisMarks: readonly { label: string; fraction: number }[] = [
  { label: '30 d', fraction: axisFraction(30) },
  { label: '90 d', fraction: axisFraction(90) },
  { label: '1 y', fraction: axisFraction(axisDays) },
];

/**
 * Where a moment `days` away from today stands, from 0 (today) to 1 (a year and beyond). Logarithmic, so that two days
 * and ten days are told apart on the same axis as a year.
 */
export function axisFraction(days: number): number {
  if (!(days > 0)) return 0;
  return Math.min(1, Math.log(1 + days / bendDays) / Math.log(1 + axisDays / bendDays));
}

/** The life of one token on the time axis. Fractions: `elapsed`, `from` and `to` of the past, `left` of the future. */
export type TimeLine =
  | { kind: 'open'; elapsed: number }
  | { kind: 'term'; elapsed: number; left: number; isSoon: boolean }
  | { kind: 'gone'; from: number; to: number };

/** Draws nothing: says where the line of a token begins and ends. `expiresAt` null: never. */
export function timeLine(createdAt: Date, expiresAt: Date | null, now: Date): TimeLine {
  const elapsed = axisFraction(daysBetween(createdAt, now));
  if (expiresAt === null) return { kind: 'open', elapsed };
  if (isExpired(expiresAt, now))
    return { kind: 'gone', from: elapsed, to: axisFraction(daysBetween(expiresAt, now)) };
  const left = axisFraction(daysBetween(now, expiresAt));
  return { kind: 'term', elapsed, left, isSoon: (daysLeft(expiresAt, now) ?? Infinity) <= endingSoonDays };
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / dayMilliseconds;
}
