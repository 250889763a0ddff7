import { z } from 'zod';
import { proofSchema, tokenIdSchema, versionSchema } from './token-input';

/** Tokens of any owner, each at the version that was seen; one or many, all or nothing (AZ-6). */
export const revokeTokensSchema = z.strictObject({
  tokens: z
    .array(z.strictObject({ id: tokenIdSchema, version: versionSchema }))
    .min(1, { error: 'Choose at least one token.' })
    .max(1_000, { error: 'Revoke at most 1,000 tokens at once.' })
    .refine((tokens) => new Set(tokens.map(({ id }) => id)).size === tokens.length, {
      error: 'A token stands twice.',
    }),
  proof: proofSchema,
});
export type RevokeTokensInput = z.input<typeof revokeTokensSchema>;
