import { z } from 'zod';
import { dayPattern, endOfDay } from './day';

export { dayAfter, dayPattern, endOfDay, formatDay, lastValidDay } from './day';

/**
 * Where a token ends: `never`, an instant of the APIs (`2026-12-24T18:00:00.000Z`), or a day typed as `dd-mm-yyyy`, valid
 * through that UTC day. Impossible days are refused here; days in the past by the verb, which knows the time.
 */
export const expirySchema = z
  .string({ error: 'The expiry date is missing.' })
  .trim()
  .refine((text) => text === 'never' || isInstant(text) || dayPattern.test(text), {
    error: 'Type the date as dd-mm-yyyy.',
    abort: true,
  })
  .refine((text) => !dayPattern.test(text) || endOfDay(text) !== null, {
    error: 'There is no such day in the calendar.',
  })
  .refine((text) => !isInstant(text) || isInCalendar(new Date(text)), {
    error: 'That lies out of the calendar.',
  });
export type Expiry = z.infer<typeof expirySchema>;

/** The instant of an expiry the schema has accepted; null for never. A token is invalid at t >= that instant. */
export function expiryInstant(expiry: Expiry): Date | null {
  if (expiry === 'never') return null;
  return dayPattern.test(expiry) ? endOfDay(expiry) : new Date(expiry);
}

/** An instant as an expiry: what a verb is given that shall keep one. */
export function expiryOf(expiresAt: Date | null): Expiry {
  return expiresAt === null ? 'never' : expiresAt.toISOString();
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/** An instant of the calendar: a 31st of February would become a day of March. */
function isInstant(text: string): boolean {
  if (!instantPattern.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text.slice(0, 19));
}

function isInCalendar(at: Date): boolean {
  const year = at.getUTCFullYear();
  return year >= 2000 && year <= 9999;
}
