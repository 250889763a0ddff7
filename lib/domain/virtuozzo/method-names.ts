import { z } from 'zod';
import type { Catalog } from '@/lib/domain/catalog';

const maxNames = 10_000;
const asked = 'apiList is a JSON array of method names, or names separated by commas.';

/**
 * `apiList` in each form that clients send: a JSON array, a comma list, a Python list with single quotes, the key repeated.
 * Answers names as they were written; whether they exist says the catalog.
 */
export const methodNamesSchema = z
  .union([z.string(), z.array(z.string())], { error: asked })
  .transform((value, context): string[] => {
    const names: string[] = [];
    for (const text of typeof value === 'string' ? [value] : value) {
      const parsed = namesIn(text.trim());
      if (parsed === null || names.length + parsed.length > maxNames) {
        context.addIssue({ code: 'custom', message: asked });
        return z.NEVER;
      }
      names.push(...parsed);
    }
    if (names.length > 0) return names;
    context.addIssue({ code: 'custom', message: 'Name at least one method.' });
    return z.NEVER;
  });

function namesIn(text: string): string[] | null {
  if (!text.startsWith('['))
    return text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return jsonNames(text) ?? pythonNames(text);
}

function jsonNames(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((each): each is string => typeof each === 'string')
      ? value.map((each) => each.trim())
      : null;
  } catch {
    return null;
  }
}

/** `['a', 'b']` as Python prints a list of texts. No method's name has a quote, a comma or a backslash. */
function pythonNames(text: string): string[] | null {
  if (!text.endsWith(']')) return null;
  const inner = text.slice(1, -1).trim();
  if (inner === '') return [];
  const parts = inner.split(',').map((part) => /^u?'([^'"\\]*)'$|^u?"([^'"\\]*)"$/.exec(part.trim()));
  const names = parts.flatMap((match) => (match === null ? [] : [(match[1] ?? match[2] ?? '').trim()]));
  return names.length === parts.length ? names : null;
}

/** Reads names as the catalog lists them: in any case, as paths are in this API, and `env.` for `environment.`. */
export function methodReader(catalog: Catalog): (name: string) => string | null {
  const byName = new Map([...catalog.byCode.keys()].map((code) => [code.toLowerCase(), code]));
  return (name) => byName.get(name.toLowerCase().replace(/^env\./, 'environment.')) ?? null;
}
