import { z } from 'zod';
import { serviceFormatSchema, serviceOperationSchema } from '@/lib/domain/service';

const line = z.string().nullable();

/** An operation as a document has it, before it is named: the words are raw. */
export const outlinedOperationSchema = z.object({
  method: serviceOperationSchema.shape.route.shape.method,
  path: z.string(),
  operationId: line,
  /** The first of its tags. */
  tag: line,
  summary: line,
  description: line,
  /** The address of its externalDocs. */
  docs: line,
  parameters: z.array(
    z.object({
      name: z.string(),
      place: z.enum(['path', 'query', 'header']),
      isRequired: z.boolean(),
      about: line,
    }),
  ),
});
export type OutlinedOperation = z.infer<typeof outlinedOperationSchema>;

/** What the catalog needs of an OpenAPI document: lib/services/catalog/document reads it. */
export const documentOutlineSchema = z.object({
  format: serviceFormatSchema,
  title: line,
  apiVersion: line,
  /** What stands before every path, one for each server with another path. At least one. */
  servers: z.array(z.string()).min(1),
  operations: z.array(outlinedOperationSchema),
  /** Operations with servers of their own, which are not looked at. */
  ownServers: z.number(),
});
export type DocumentOutline = z.infer<typeof documentOutlineSchema>;
