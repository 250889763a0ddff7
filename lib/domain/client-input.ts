import { z } from 'zod';
import { clientKindSchema, clientNameSchema, clientServicesSchema } from './client';
import { plainTextSchema } from './text';
import { proofSchema, versionSchema } from './token-input';

/** A client's public id: 22 URL-safe characters. */
const clientIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/, { error: 'That is not the id of a client.' });

/** What introspection says as `aud`, such as the address of the API; null for the client's name. */
const audienceSchema = plainTextSchema('The audience').nullable();

/** A new client. `services` empty: it asks for all. The proof is the password of whoever acts; the system has none. */
export const addClientSchema = z
  .strictObject({
    kind: clientKindSchema,
    name: clientNameSchema,
    services: clientServicesSchema,
    audience: audienceSchema.optional(),
    proof: proofSchema.optional(),
  })
  .refine(({ kind, audience }) => kind === 'resource-server' || (audience ?? null) === null, {
    path: ['audience'],
    error: 'A gateway has no audience.',
  });
export type AddClientInput = z.input<typeof addClientSchema>;

/** What a client may ask for from now on; what is absent stays. */
export const changeClientSchema = z.strictObject({
  id: clientIdSchema,
  version: versionSchema,
  services: clientServicesSchema.optional(),
  audience: audienceSchema.optional(),
  proof: proofSchema.optional(),
});
export type ChangeClientInput = z.input<typeof changeClientSchema>;

/** A client as it was seen: to renew its credential or to remove it. */
export const seenClientSchema = z.strictObject({
  id: clientIdSchema,
  version: versionSchema,
  proof: proofSchema.optional(),
});
export type SeenClientInput = z.input<typeof seenClientSchema>;
