import { z } from 'zod';
import { operationSchema } from './catalog';

/** A service's name, the first part of its permissions: 1–40 of a–z, 0–9 and hyphen, beginning with a letter. */
export const serviceNameSchema = z
  .string({ error: 'The name is missing.' })
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'A name has a–z, 0–9 and -, and begins with a letter.' });

/** Which path parameter names which type of context: `/stores/{storeId}` with `store` from `storeId` asks in `store:<value>`. */
export const contextMappingSchema = z.strictObject({
  type: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, { error: 'A context type has a–z, 0–9 and -.' }),
  parameter: z.string().min(1).max(128),
});
export type ContextMapping = z.infer<typeof contextMappingSchema>;

export const serviceFormatSchema = z.enum(['openapi-3.1', 'openapi-3.0', 'swagger-2.0']);

/** An operation of an imported service: one of the catalog, with the requests that it stands for. */
export const serviceOperationSchema = operationSchema.extend({
  route: z.object({
    method: z.enum(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']),
    /** The path template as the document has it, without the service's base path: `/stores/{storeId}/orders`. */
    path: z.string().startsWith('/').max(2_048),
    /** The path parameter whose value is the key of the context; null: it asks in `global`. */
    contextParameter: z.string().nullable(),
  }),
  /** The document's own name of it, by which it is known again when its path has changed. */
  operationId: z.string().max(512).nullable().optional(),
});
export type ServiceOperation = z.infer<typeof serviceOperationSchema>;

/** An API whose operations joined the catalog. */
export interface Service {
  id: string;
  name: string;
  title: string;
  apiVersion: string;
  format: z.infer<typeof serviceFormatSchema>;
  /** What stands before every path template, such as `/v2`; empty for none. */
  basePath: string;
  contexts: readonly ContextMapping[];
  /** Every operation that it ever had, those that are gone marked with `isGone`; in the document's order, gone ones last. */
  operations: readonly ServiceOperation[];
  documentDigest: string;
  createdAt: Date;
  changedAt: Date;
  removedAt: Date | null;
  version: number;
}
