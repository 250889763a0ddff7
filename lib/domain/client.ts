import { z } from 'zod';
import { serviceNameSchema } from './service';

/** A machine that asks the desk about tokens: a gateway before an API, or a service that asks for itself (RFC 7662). */
export const clientKindSchema = z.enum(['gateway', 'resource-server']);
export type ClientKind = z.infer<typeof clientKindSchema>;

/** The record of such a machine. Never holds its credential nor the digest. */
export interface Client {
  /** Public, random. */
  id: string;
  kind: ClientKind;
  name: string;
  /** The services that it asks for; empty for all. */
  services: readonly string[];
  /** Of a resource server: what introspection says as `aud`. */
  audience: string | null;
  hint: { start: string; end: string };
  createdAt: Date;
  changedAt: Date;
  lastUsedAt: Date | null;
  version: number;
}

/** A client's name: 1–40 of a–z, 0–9 and hyphen, beginning with a letter. */
export const clientNameSchema = z
  .string({ error: 'The name is missing.' })
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'A name has a–z, 0–9 and -, and begins with a letter.' });

export const clientServicesSchema = z
  .array(serviceNameSchema)
  .max(100)
  .refine((names) => new Set(names).size === names.length, { error: 'A service stands twice.' });

/** True when a client asks for the service of a permission. */
export function asksFor({ services }: Pick<Client, 'services'>, permission: string): boolean {
  return services.length === 0 || services.includes(permission.slice(0, permission.indexOf('.')));
}
