import type { TokenLimits } from './token-limits';
import { z } from 'zod';
import { addressRangeSchema } from './address-range';
import { expirySchema } from './expiry';
import { accessSchema } from './grant';
import { notBeforeSchema } from './not-before';
import { plainTextSchema } from './text';

/** A token's public id: 22 URL-safe characters. */
export const tokenIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/, { error: 'That is not a token id.' });

/** The conditions of a token. Left out of a new token: none; left out of a change: as they were. */
const limitShape = {
  addresses: z
    .array(addressRangeSchema)
    .max(50, { error: 'A token may be used from at most 50 ranges.' })
    .transform((ranges) => [...new Set(ranges)].sort())
    .optional(),
  notBefore: notBeforeSchema.optional(),
  requestsPerMinute: z
    .int({ error: 'The limit is a whole number.' })
    .min(1, { error: 'The limit is at least 1 request a minute.' })
    .max(999_999, { error: 'The limit is at most 999,999 requests a minute.' })
    .nullable()
    .optional(),
};

/** What a form or an API may say of a token. Form and verbs share it (02-architecture). */
export const tokenFieldsSchema = z.strictObject({
  description: plainTextSchema('The description'),
  expiry: expirySchema,
  access: accessSchema,
  mayUseInUrls: z.boolean(),
  ...limitShape,
});
export type TokenFields = z.infer<typeof tokenFieldsSchema>;

/** The limits of a token as fields: what a token is given that shall be bound like another one. */
export function limitFields({ mayUseInUrls, addresses, notBefore, requestsPerMinute }: TokenLimits) {
  const from = notBefore === null ? null : notBefore.toISOString();
  return { mayUseInUrls, addresses: [...addresses], notBefore: from, requestsPerMinute };
}

/** The proof that comes with every change (PWD-1): the person's password, compared whole. */
export const proofSchema = z.strictObject({
  password: z
    .string({ error: 'The password is missing.' })
    .min(1, { error: 'The password is missing.' })
    .max(1024),
});
export type Proof = z.infer<typeof proofSchema>;

/** The version of the row the person saw (If-Match, API-7). */
export const versionSchema = z.number().int().positive();

/**
 * In the inputs below, `proof` may be absent only where the request carries its own, and `version` only at an API without
 * If-Match: the verbs insist on both for whatever comes by a cookie.
 */
export const generateTokenSchema = z.strictObject({
  fields: tokenFieldsSchema,
  proof: proofSchema.optional(),
});
export type GenerateTokenInput = z.input<typeof generateTokenSchema>;

export const editTokenSchema = z.strictObject({
  id: tokenIdSchema,
  version: versionSchema.optional(),
  /** What is absent stays. */
  fields: tokenFieldsSchema.partial(),
  proof: proofSchema.optional(),
});
export type EditTokenInput = z.input<typeof editTokenSchema>;

export const copyTokenSchema = z.strictObject({
  sourceId: tokenIdSchema,
  fields: tokenFieldsSchema,
  proof: proofSchema.optional(),
});
export type CopyTokenInput = z.input<typeof copyTokenSchema>;

/** Regenerate may set a new expiry (TOK-8); absent keeps the old one. */
export const regenerateTokenSchema = z.strictObject({
  id: tokenIdSchema,
  version: versionSchema.optional(),
  expiry: expirySchema.optional(),
  proof: proofSchema.optional(),
});
export type RegenerateTokenInput = z.input<typeof regenerateTokenSchema>;

/** Which token is put to rest or let go on. */
export const changePauseSchema = z.strictObject({
  id: tokenIdSchema,
  version: versionSchema.optional(),
  proof: proofSchema.optional(),
});
export type ChangePauseInput = z.input<typeof changePauseSchema>;

/** One or many, all or nothing (AZ-6). */
export const removeTokensSchema = z.strictObject({
  tokens: z
    .array(z.strictObject({ id: tokenIdSchema, version: versionSchema.optional() }))
    .min(1, { error: 'Choose at least one token.' })
    .max(1_000, { error: 'Remove at most 1,000 tokens at once.' })
    .refine((tokens) => new Set(tokens.map((each) => each.id)).size === tokens.length, {
      error: 'A token stands twice.',
    }),
  proof: proofSchema.optional(),
});
export type RemoveTokensInput = z.input<typeof removeTokensSchema>;
