import { z } from 'zod';
import { projectKeySchema } from './context';
import { plainTextSchema } from './text';
import { proofSchema, versionSchema } from './token-input';

/** A new project. The proof is the password of whoever acts; the system (start, demo) has none to give. */
export const createProjectSchema = z.strictObject({
  key: projectKeySchema,
  name: plainTextSchema('The name', 120),
  proof: proofSchema.optional(),
});
export type CreateProjectInput = z.input<typeof createProjectSchema>;

/** A project by another name. Its key stays: contexts are made of it. */
export const editProjectSchema = createProjectSchema.extend({ version: versionSchema });
export type EditProjectInput = z.input<typeof editProjectSchema>;

export const previewProjectSchema = z.strictObject({ key: projectKeySchema });
export type PreviewProjectInput = z.input<typeof previewProjectSchema>;
