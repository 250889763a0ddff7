import { z } from 'zod';

/**
 * A value that an API may send as JSON text, since its parameters are form fields. A value that is no text is taken as it
 * is; text that is no JSON is left to `schema` to refuse.
 */
export function jsonText<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (typeof value === 'string' ? parsedJson(value) : value), schema);
}

/** A whole number, also as decimal digits. */
export function wholeNumber(min: number, max: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value),
    z
      .int({ error: `A whole number from ${min} to ${max}.` })
      .min(min)
      .max(max),
  );
}

/** A list of names: a JSON array, or names separated by commas or semicolons. */
export function nameList<Schema extends z.ZodType>(name: Schema, max: number) {
  const split = (text: string) => text.split(/[,;]/).map((part) => part.trim());
  return z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    return value.trimStart().startsWith('[') ? parsedJson(value) : split(value);
  }, z.array(name).min(1).max(max));
}

function parsedJson(text: string): unknown {
  if (text.length > 65_536) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
