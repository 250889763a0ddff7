import { z } from 'zod';
import { dayPattern, endOfDay } from './day';

export { dayAfter, dayPattern, endOfDay, formatDay, lastValidDay } from './day';

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
