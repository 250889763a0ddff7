import { z } from 'zod';
import { newPasswordSchema } from './password-rules';
import { emailSchema, personIdSchema } from './person-input';
import { plainTextSchema } from './text';
import { proofSchema, versionSchema } from './token-input';

/** A person, at the version that was seen; an API without If-Match may leave it out. */
export const seenPersonSchema = z.strictObject({
  personId: personIdSchema,
  version: versionSchema.optional(),
  proof: proofSchema.optional(),
});
export type SeenPersonInput = z.input<typeof seenPersonSchema>;

/** What shall be different of a person; what is absent stays. */
export const editPersonSchema = seenPersonSchema.extend({
  name: plainTextSchema('The name', 120).optional(),
  email: emailSchema.optional(),
  /** Gives or takes the Administrator role everywhere. */
  isAdministrator: z.boolean().optional(),
});
export type EditPersonInput = z.input<typeof editPersonSchema>;

/** A new password for oneself, which takes the current one, or for someone else by whoever manages people. */
export const setPasswordSchema = z.strictObject({
  personId: personIdSchema,
  password: newPasswordSchema,
  currentPassword: proofSchema.shape.password.optional(),
  proof: proofSchema.optional(),
});
export type SetPasswordInput = z.input<typeof setPasswordSchema>;
