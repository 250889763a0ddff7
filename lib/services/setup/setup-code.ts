import { z } from 'zod';

export const setupCodeSetting = 'setup-code';
export const setupHours = 24;

/** What is stored of the code. */
export const storedSetupCodeSchema = z.object({ digest: z.string(), expiresAt: z.iso.datetime() });
export type StoredSetupCode = z.infer<typeof storedSetupCodeSchema>;
