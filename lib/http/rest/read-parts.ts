import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { DeskError, type FieldIssue } from '@/lib/domain/errors';

/** A body of 64 KB has room for thousands of mistakes; these are enough to begin with. */
const mostIssues = 100;

/** Parses a part of a request by its schema. Throws invalid_input with the paths of its mistakes, below the part's name. */
export function parsePart(schema: z.ZodType, value: unknown, part: 'path' | 'query' | 'body'): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, mostIssues).map((issue): FieldIssue => {
    const names = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path;
    const path = names.map(String).join('.');
    return {
      path: part === 'body' ? path : [part, path].filter((each) => each !== '').join('.'),
      message: issue.message,
    };
  });
  throw invalid(issues);
}

function invalid(issues: readonly FieldIssue[]): DeskError {
  const [first] = issues;
  return new DeskError('invalid_input', first?.message ?? 'The request is not right.', { issues });
}

/** The query as an object. Throws invalid_input when a parameter stands twice (API-1). */
export function readQuery(search: string): Record<string, string> {
  const values: Record<string, string> = {};
  if (search === '') return values;
  for (const [name, value] of new URLSearchParams(search)) {
    if (Object.hasOwn(values, name))
      throw invalid([{ path: `query.${name.slice(0, 64)}`, message: 'A parameter stands twice.' }]);
    if (name !== '__proto__') values[name] = value;
  }
  return values;
}

/** The version that If-Match names, as our ETags do: `"3"`. `*` and none name none. Throws invalid_input for anything else. */
export function readIfMatch(request: IncomingMessage): number | undefined {
  const text = request.headers['if-match'];
  if (text === undefined || text === '*') return undefined;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(text);
  if (match === null)
    throw invalid([{ path: 'If-Match', message: 'If-Match names one version, as the ETag did: "3".' }]);
  return Number(match[1]);
}

/** The Idempotency-Key of a request: 1–255 visible ASCII characters. Throws invalid_input for anything else. */
export function readIdempotencyKey(request: IncomingMessage): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw invalid([{ path: 'Idempotency-Key', message: 'An Idempotency-Key has 1–255 visible characters.' }]);
}
