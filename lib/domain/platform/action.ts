import { z } from 'zod';
import { environmentNameSchema } from './environment';
import { jsonText, wholeNumber } from './wire-value';

/** Something that happened on the platform: one event of the log, as far as the one who asks may see it. */
export interface PlatformAction {
  id: number;
  action: string;
  outcome: string;
  envName: string;
  context: string;
  byName: string;
  at: Date;
}

/** UTC, `yyyy-MM-dd HH:mm:ss`. */
const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, { error: 'A time is yyyy-MM-dd HH:mm:ss in UTC.' })
  .transform((text) => new Date(`${text.replace(' ', 'T')}Z`))
  .refine((at) => !Number.isNaN(at.getTime()), { error: 'There is no such time.' });

export const searchActionsSchema = z.object({
  search: jsonText(
    z.object(
      {
        envName: environmentNameSchema.optional(),
        action: z.string().max(60).optional(),
        startTime: instantSchema.optional(),
        endTime: instantSchema.optional(),
        resultCount: wholeNumber(1, 500).default(100),
      },
      { error: 'The search is a JSON object.' },
    ),
  ),
});

export const readActionSchema = z.object({ id: wholeNumber(1, Number.MAX_SAFE_INTEGER) });
