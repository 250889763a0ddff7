import { z } from 'zod';

/** Where a permission holds: `global`, or `<type>:<key>` such as `project:shop`. */
export type Context = string;

export const globalContext: Context = 'global';

const contextPattern = /^(?:global|[a-z][a-z0-9-]{0,31}:[A-Za-z0-9._~-]{1,128})$/;

/** True for `global` or `<type>:<key>`. */
export function isContext(text: string): boolean {
  return contextPattern.test(text);
}

/** `global` or `<type>:<key>`; at most 161 characters. */
export const contextSchema = z
  .string({ error: 'The context is missing.' })
  .regex(contextPattern, { error: 'A context is global or type:key, such as project:shop.' });

/** A project's key: 1–40 of a–z, 0–9 and hyphen, beginning with a letter. */
export const projectKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'A project key has a–z, 0–9 and -, and begins with a letter.' });

export function projectContext(key: string): Context {
  return `project:${key}`;
}

/** The key of `project:<key>`, or null for any other context. */
export function projectKeyOf(context: Context): string | null {
  return context.startsWith('project:') ? context.slice('project:'.length) : null;
}

/** `global` covers every context; any other covers itself alone. */
export function coversContext(outer: Context, inner: Context): boolean {
  return outer === globalContext || outer === inner;
}
