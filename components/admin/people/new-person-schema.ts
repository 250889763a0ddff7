import { z } from 'zod';
import { newPasswordSchema } from '@/lib/domain/password-rules';
import { emailSchema } from '@/lib/domain/person-input';
import { plainTextSchema } from '@/lib/domain/text';

/** What the form takes of a new person; the roles are kept beside it. */
export const newPersonSchema = z.strictObject({
  name: plainTextSchema('The name', 120),
  email: emailSchema,
  password: newPasswordSchema,
});
export type NewPerson = z.input<typeof newPersonSchema>;
export type CheckedPerson = z.output<typeof newPersonSchema>;
