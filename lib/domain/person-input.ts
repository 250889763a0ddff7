import { z } from 'zod';
import { contextSchema } from './context';
import { newPasswordSchema } from './password-rules';
import { isPlainText, plainTextSchema } from './text';
import { proofSchema, versionSchema } from './token-input';

/** A person's id: 22 URL-safe characters. */
export const personIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/, { error: 'That is not a person id.' });
export const sessionIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/, { error: 'That is not a session id.' });

/** An e-mail address, NFC, trimmed, lower-case; at most 254 characters. */
export const emailSchema = z
  .string({ error: 'The email is missing.' })
  .max(320, { error: 'The email is longer than 254 characters.' })
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(254, { error: 'The email is longer than 254 characters.' })
      .refine((text) => /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/u.test(text), {
        error: 'That is not an email address.',
      })
      .refine(isPlainText, { error: 'The email has a control or invisible character.' }),
  );

/** A role by its key, in `global` or a project. */
export const roleHeldSchema = z.strictObject({
  role: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'That is not a role.' }),
  context: contextSchema,
});

/** The roles of a person, each at most once per context; at most 200. An empty list is allowed: it holds nothing. */
export const rolesHeldSchema = z
  .array(roleHeldSchema)
  .max(200, { error: 'A person has at most 200 roles.' })
  .refine((roles) => new Set(roles.map((each) => `${each.role} ${each.context}`)).size === roles.length, {
    error: 'A role stands twice in one context.',
  });

/** A new person. The proof is the password of the administrator who acts; the system (setup, demo) has none to give. */
export const createPersonSchema = z.strictObject({
  name: plainTextSchema('The name', 120),
  email: emailSchema,
  password: newPasswordSchema,
  roles: rolesHeldSchema,
  /** `waiting`: for approval. Both others cannot sign in. */
  state: z.enum(['active', 'waiting', 'blocked']).optional(),
  proof: proofSchema.optional(),
});
export type CreatePersonInput = z.input<typeof createPersonSchema>;

/** The roles a person shall hold from now on: the whole list. */
export const changeRolesSchema = z.strictObject({
  personId: personIdSchema,
  version: versionSchema,
  roles: rolesHeldSchema,
  proof: proofSchema.optional(),
});
export type ChangeRolesInput = z.input<typeof changeRolesSchema>;

/** Block or unblock. Only an API without If-Match may leave the version out. */
export const blockPersonSchema = z.strictObject({
  personId: personIdSchema,
  version: versionSchema.optional(),
  proof: proofSchema.optional(),
});
export type BlockPersonInput = z.input<typeof blockPersonSchema>;

/** The proof is the current password. */
export const changePasswordSchema = z.strictObject({ password: newPasswordSchema, proof: proofSchema });
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;

export const endSessionSchema = z.strictObject({ sessionId: sessionIdSchema, proof: proofSchema });
export type EndSessionInput = z.input<typeof endSessionSchema>;

/** What the sign-in form sends. The password is not judged here: any answer but "wrong" would tell something (PWD-6). */
export const signInSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .min(1, { error: 'The email is missing.' })
    .max(320, { error: 'The email is too long.' }),
  password: z
    .string()
    .min(1, { error: 'The password is missing.' })
    .max(1024, { error: 'The password is too long.' }),
});
export type SignInInput = z.input<typeof signInSchema>;

/** First run: the one-time code of the terminal and the first administrator. */
export const completeSetupSchema = z.strictObject({
  code: z.string({ error: 'The code is missing.' }).trim().min(1, { error: 'The code is missing.' }).max(64),
  name: plainTextSchema('The name', 120),
  email: emailSchema,
  password: newPasswordSchema,
});
export type CompleteSetupInput = z.input<typeof completeSetupSchema>;
