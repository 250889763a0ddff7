import { z } from 'zod';
import { permissionPatternSchema } from './permission';
import { plainTextSchema } from './text';
import { proofSchema, versionSchema } from './token-input';

/** A role's key: 1–40 of a–z, 0–9 and hyphen, beginning with a letter. It stays for as long as the role does. */
export const roleKeySchema = z
  .string({ error: 'The key is missing.' })
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'A role’s key has a–z, 0–9 and -, and begins with a letter.' });

/** What a role holds: 1–1,000 patterns, each once. One that matches no operation of now is allowed: it may match later. */
export const rolePatternsSchema = z
  .array(permissionPatternSchema)
  .min(1, { error: 'A role holds at least one permission.' })
  .max(1_000, { error: 'A role holds at most 1,000 patterns.' })
  .refine((patterns) => new Set(patterns).size === patterns.length, { error: 'A pattern stands twice.' });

/** What one may set of a role, as the form and the verbs take it. */
export const roleFieldsSchema = z.strictObject({
  name: plainTextSchema('The name', 80),
  summary: plainTextSchema('The summary', 200),
  patterns: rolePatternsSchema,
});
export type RoleFields = z.output<typeof roleFieldsSchema>;

/** A new role. The proof is the password of whoever acts; the system has none to give. */
export const createRoleSchema = roleFieldsSchema.extend({
  key: roleKeySchema,
  proof: proofSchema.optional(),
});
export type CreateRoleInput = z.input<typeof createRoleSchema>;

/** What a role shall be from now on: all of it. */
export const editRoleSchema = createRoleSchema.extend({ version: versionSchema });
export type EditRoleInput = z.input<typeof editRoleSchema>;

export const removeRoleSchema = z.strictObject({
  key: roleKeySchema,
  version: versionSchema,
  proof: proofSchema.optional(),
});
export type RemoveRoleInput = z.input<typeof removeRoleSchema>;

/** Asks what would happen if the role held exactly these patterns. Changes nothing. */
export const previewRoleChangeSchema = z.strictObject({ key: roleKeySchema, patterns: rolePatternsSchema });
export type PreviewRoleChangeInput = z.input<typeof previewRoleChangeSchema>;
