import type { z } from 'zod';
import { dayPattern, endOfDay } from './day';
import { expirySchema } from './expiry';

/**
 * From when a token is taken: null for at once, an instant of the APIs, or a day typed as `dd-mm-yyyy`, which begins at
 * 00:00 UTC. A moment that has passed is no mistake: then it is taken already.
 */
export const notBeforeSchema = expirySchema
  .refine((text) => text !== 'never', { error: 'Type the date as dd-mm-yyyy.' })
  .nullable();

const dayMilliseconds = 86_400_000;

/** The instant from which a token is taken; null for at once. */
export function notBeforeInstant(notBefore: z.infer<typeof notBeforeSchema>): Date | null {
  if (notBefore === null) return null;
  if (!dayPattern.test(notBefore)) return new Date(notBefore);
  const end = endOfDay(notBefore);
  return end === null ? null : new Date(end.getTime() - dayMilliseconds);
}
