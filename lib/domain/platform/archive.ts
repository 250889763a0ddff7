import { z } from 'zod';
import { onEnvironmentSchema } from './environment';

/** An uploaded file that can be deployed into the environments of its project. `sha256` in hex. */
export interface Archive {
  id: string;
  name: string;
  projectKey: string;
  ownerId: string;
  sizeBytes: number;
  sha256: string;
  createdAt: Date;
}

/** What is deployed in an environment, and under which path. */
export interface Deployment {
  id: string;
  path: string;
  archiveName: string;
  sizeBytes: number;
  sha256: string;
  deployedAt: Date;
}

export const maxArchiveBytes = 32 * 1_048_576;
export const maxArchivesInProject = 50;
export const maxDeployments = 20;

export const archiveNameSchema = z
  .string({ error: 'The name of the archive is missing.' })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, {
    error: 'An archive is named by letters, digits, . _ and -, at most 100.',
  });

const contextPathSchema = z
  .string({ error: 'The context path is missing.' })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
    error: 'A context path has letters, digits, . _ and -, at most 64.',
  });

const nodeGroupSchema = z.literal('cp', { error: 'There is no such layer of nodes.' }).optional();

/** Upload: `file` is the content, already read. */
export const uploadArchiveSchema = onEnvironmentSchema.extend({
  destPath: archiveNameSchema,
  file: z
    .custom<Uint8Array>((value) => value instanceof Uint8Array, {
      error: 'The file is missing: send it as multipart/form-data.',
    })
    .refine((file) => file.length > 0, { error: 'The file is empty.' })
    .refine((file) => file.length <= maxArchiveBytes, { error: 'An archive has at most 32 MB.' }),
});
export const deleteArchiveSchema = onEnvironmentSchema.extend({ path: archiveNameSchema });

export const listDeploymentsSchema = onEnvironmentSchema.extend({ nodeGroup: nodeGroupSchema });
export const deployArchiveSchema = onEnvironmentSchema.extend({
  fileName: archiveNameSchema,
  context: contextPathSchema.default('ROOT'),
  nodeGroup: nodeGroupSchema,
});
export const renameContextSchema = onEnvironmentSchema.extend({
  oldContext: contextPathSchema,
  newContext: contextPathSchema,
  nodeGroup: nodeGroupSchema,
});
export const undeploySchema = onEnvironmentSchema.extend({
  context: contextPathSchema,
  nodeGroup: nodeGroupSchema,
});
