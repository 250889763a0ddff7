import { z } from 'zod';
import { expirySchema } from '@/lib/domain/expiry';

/** An instant as this API writes it: UTC, `yyyy-MM-dd HH:mm:ss` (04-wire §2). */
export function wireTime(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ');
}

const instantPattern = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/;
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * `expiresAt`: UTC `yyyy-MM-dd HH:mm:ss`; a day, `yyyy-MM-dd` or as the dashboard has it `dd-mm-yyyy`, is valid through that
 * UTC day; `never`. Answers an expiry of the desk.
 */
export const wireExpirySchema = z
  .string({ error: 'The end is a UTC time, yyyy-MM-dd HH:mm:ss.' })
  .max(40, { error: 'The end is a UTC time, yyyy-MM-dd HH:mm:ss.' })
  .transform((text) => text.trim().replace(instantPattern, '$1T$2Z').replace(dayPattern, '$3-$2-$1'))
  .refine((text) => expirySchema.safeParse(text).success, {
    error: 'The end is a UTC time of the calendar, yyyy-MM-dd HH:mm:ss.',
  });
