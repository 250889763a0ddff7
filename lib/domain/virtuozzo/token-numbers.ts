import { z } from 'zod';

/** Tokens by the integers that this API names them by; `all` for `*`. */
export type TokenNumbers = readonly number[] | 'all';

const most = 1_000;
const asked = 'Name tokens by their numbers: 1;4;6, 1,4, or * for all.';

/**
 * `1;4;6`, `1,4`, `[1,4]`, `*`, or a number: 1–1,000 numbers, in the order given. A number that stands twice counts once: it
 * means the same set of tokens.
 */
export const tokenNumbersSchema = z
  .union([z.string(), z.number()], { error: asked })
  .transform((value, context): TokenNumbers => {
    const text = String(value).trim();
    if (text === '*') return 'all';
    const parts = text
      .replace(/^\[(.*)\]$/, '$1')
      .split(/[;,]/)
      .map((part) => part.trim());
    if (!parts.every((part) => /^[1-9]\d{0,8}$/.test(part))) {
      context.addIssue({ code: 'custom', message: asked });
      return z.NEVER;
    }
    const numbers = [...new Set(parts.map(Number))];
    if (numbers.length <= most) return numbers;
    context.addIssue({ code: 'custom', message: 'Name at most 1,000 tokens at once.' });
    return z.NEVER;
  });

/** One token by its number. */
export const tokenNumberSchema = tokenNumbersSchema.refine(
  (numbers) => numbers !== 'all' && numbers.length === 1,
  { error: 'Name one token by its number.' },
);
