import { z } from 'zod';
import { onEnvironmentSchema } from './environment';
import { wholeNumber } from './wire-value';

/** A port of an environment that is reachable from outside. */
export interface Endpoint {
  id: number;
  name: string;
  privatePort: number;
  publicPort: number;
  protocol: 'TCP' | 'UDP';
}

export const maxEndpoints = 50;
/** Public ports are given out from here on, rising. */
export const firstPublicPort = 11_000;

const idSchema = wholeNumber(1, 999_999_999);
const fields = {
  name: z
    .string({ error: 'The name of the endpoint is missing.' })
    .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,49}$/, {
      error: 'An endpoint is named by letters, digits, space, . _ and -, at most 50.',
    }),
  privatePort: wholeNumber(1, 65_535),
  protocol: z
    .string({ error: 'The protocol is missing.' })
    .transform((text) => text.toUpperCase())
    .pipe(z.enum(['TCP', 'UDP'], { error: 'The protocol is TCP or UDP.' })),
};

export const readEndpointsSchema = onEnvironmentSchema.extend({ nodeId: idSchema.optional() });
export const addEndpointSchema = onEnvironmentSchema.extend({ nodeId: idSchema.optional(), ...fields });
export const editEndpointSchema = onEnvironmentSchema.extend({ id: idSchema, ...fields });
export const removeEndpointSchema = onEnvironmentSchema.extend({ id: idSchema });
