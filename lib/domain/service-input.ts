import { z } from 'zod';
import { contextMappingSchema, serviceNameSchema } from './service';
import { proofSchema, versionSchema } from './token-input';

/** The largest OpenAPI document that is read, in bytes. */
export const documentLimitBytes = 10_485_760;

/** The document: its text, or its bytes as they were uploaded, which are read as UTF-8. */
const documentSchema = z
  .union([z.string(), z.instanceof(Uint8Array)], { error: 'The document is missing.' })
  .refine((document) => document.length > 0, { error: 'The document is empty.' })
  .refine((document) => document.length <= documentLimitBytes, {
    error: 'The document is larger than 10 MB. Leave out its examples, or split it into two services.',
  });

/** What stands before every path of the document, such as `/v2`; empty for nothing. No `/` at its end, no escapes. */
export const basePathSchema = z
  .string()
  .max(512)
  .regex(/^(?:(?:\/[A-Za-z0-9._~!$&'()*+,=:@-]+)+)?$/, {
    error: 'A base path begins with / and does not end with it, such as /v2.',
  })
  .refine((path) => !path.split('/').some((segment) => segment === '.' || segment === '..'), {
    error: 'A base path has no dot segments.',
  });

/** Which path parameters are contexts: the first of them that a path has is the context of its operation. */
const contextMappingsSchema = z
  .array(contextMappingSchema)
  .max(20, { error: 'At most 20 path parameters can be contexts.' })
  .refine((mappings) => new Set(mappings.map(({ parameter }) => parameter)).size === mappings.length, {
    error: 'A path parameter stands twice.',
  })
  .refine((mappings) => mappings.every(({ type }) => type !== 'global'), {
    error: 'global is no type of context: an operation without a mapped parameter asks there anyway.',
  });

/** Asks what an import would do. `contexts` absent: those that the service has; `basePath`: what the document says. */
export const previewImportSchema = z.strictObject({
  name: serviceNameSchema,
  document: documentSchema,
  contexts: contextMappingsSchema.optional(),
  basePath: basePathSchema.optional(),
});
export type PreviewImportInput = z.input<typeof previewImportSchema>;

/** The same, to be done. `version`: of the service that the preview was compared with, 0 when there was none. */
export const importServiceSchema = previewImportSchema.extend({
  version: z.number().int().min(0).optional(),
  proof: proofSchema.optional(),
});
export type ImportServiceInput = z.input<typeof importServiceSchema>;

export const removeServiceSchema = z.strictObject({
  name: serviceNameSchema,
  version: versionSchema.optional(),
  proof: proofSchema.optional(),
});
export type RemoveServiceInput = z.input<typeof removeServiceSchema>;
