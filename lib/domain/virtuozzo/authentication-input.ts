import { z } from 'zod';
import { signInSchema } from '@/lib/domain/person-input';
import { plainTextSchema } from '@/lib/domain/text';
import { proofSchema } from '@/lib/domain/token-input';
import { methodNamesSchema } from './method-names';
import { tokenNumberSchema, tokenNumbersSchema } from './token-numbers';
import { wireExpirySchema } from './wire-time';

/** Clients send a parameter that they leave out as an empty field. */
function blankOrAbsent<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).optional();
}

const password = blankOrAbsent(proofSchema.shape.password);
const what = {
  tokenTemplate: blankOrAbsent(z.string({ error: 'The template is named.' }).trim().max(80)),
  apiList: blankOrAbsent(methodNamesSchema),
};
const description = plainTextSchema('The description');
const expiresAt = blankOrAbsent(wireExpirySchema);

/** CreateToken: one of `tokenTemplate` and `apiList` at least. */
export const createTokenSchema = z.object({ description, password, ...what, expiresAt });

/** EditToken: what is absent stays. */
export const editTokenSchema = z.object({
  id: tokenNumberSchema,
  description: description.optional(),
  password,
  ...what,
  expiresAt,
});

/** RegenerateToken: `id`, which a known client calls `ids`. */
export const regenerateTokenSchema = z
  .object({ id: tokenNumberSchema.optional(), ids: tokenNumberSchema.optional(), password, expiresAt })
  .refine(({ id, ids }) => id !== undefined || ids !== undefined, {
    error: 'The number of the token is missing.',
    path: ['id'],
  })
  .refine(({ id, ids }) => id === undefined || ids === undefined || String(id) === String(ids), {
    error: 'id and ids name different tokens.',
    path: ['ids'],
  });

export const deleteTokensSchema = z.object({ ids: tokenNumbersSchema, password });
export const getTokensSchema = z.object({ ids: blankOrAbsent(tokenNumbersSchema) });

/** GetTokenApiList: `showPrivate` adds the administration of the desk. */
export const getTokenApiListSchema = z.object({
  search: blankOrAbsent(z.string().trim().max(160)),
  showPrivate: blankOrAbsent(
    z
      .enum(['true', 'false', '1', '0'], { error: 'showPrivate is true or false.' })
      .transform((value) => value === 'true' || value === '1'),
  ),
});

/** Signin: `login` is the email. Neither is judged here: any answer but "wrong" would tell something (PWD-6). */
export const signinSchema = z.object({
  login: signInSchema.shape.email,
  password: signInSchema.shape.password,
});
export const checkPasswordSchema = z.object({ password: proofSchema.shape.password });
