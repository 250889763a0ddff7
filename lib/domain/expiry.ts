import { z } from 'zod';

const dayMilliseconds = 86_400_000;

/** `dd-mm-yyyy`, a real day of the calendar, years 2000–9999. */
export const dayPattern = /^(\d{2})-(\d{2})-(\d{4})$/;

/** The first instant after the day `dd-mm-yyyy` in UTC (valid through that day, TOK-8); null when no such day exists. */
export function endOfDay(text: string): Date | null {
  const match = dayPattern.exec(text);
  if (match === null) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const start = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 2000 && start.getUTCDate() === day && start.getUTCMonth() === month - 1;
  return isReal ? new Date(start.getTime() + dayMilliseconds) : null;
}

/** The last day on which an expiry still lets a token in, as `dd-mm-yyyy` (UTC). */
export function lastValidDay(expiresAt: Date): string {
  const last = new Date(expiresAt.getTime() - 1);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(last.getUTCDate())}-${pad(last.getUTCMonth() + 1)}-${String(last.getUTCFullYear()).padStart(4, '0')}`;
}

/** `dd-mm-yyyy` of an instant, UTC: how dates are shown. */
export function formatDay(at: Date): string {
  return lastValidDay(new Date(at.getTime() + 1));
}

/** The day that lies `days` after now, as `dd-mm-yyyy`: the quick choices. */
export function dayAfter(now: Date, days: number): string {
  return formatDay(new Date(now.getTime() + days * dayMilliseconds));
}

/**
 * Where a token ends: `never`, or a day typed as `dd-mm-yyyy`, valid through that UTC day.
 * Impossible days are refused here; days in the past by the verb, which knows the time.
 */
export const expirySchema = z.union([
  z.literal('never'),
  z
    .string({ error: 'The expiry date is missing.' })
    .trim()
    .regex(dayPattern, { error: 'Type the date as dd-mm-yyyy.' })
    .refine((text) => endOfDay(text) !== null, { error: 'There is no such day in the calendar.' }),
]);
export type Expiry = z.infer<typeof expirySchema>;

/** The instant of an expiry the schema has accepted; null for never. A token is invalid at t >= that instant. */
export function expiryInstant(expiry: Expiry): Date | null {
  return expiry === 'never' ? null : endOfDay(expiry);
}
