import { z } from 'zod';

const codePattern = /^[a-z][a-z0-9-]*\.[A-Za-z][A-Za-z0-9_-]*\.[A-Za-z][A-Za-z0-9_-]*$/;
const patternPattern =
  /^(?:\*|[a-z][a-z0-9-]*\.(?:\*|[A-Za-z][A-Za-z0-9_-]*\.(?:\*|[A-Za-z][A-Za-z0-9_-]*)))$/;

/** An operation's code, `service.component.Operation`; at most 160 characters. */
export const permissionSchema = z
  .string()
  .max(160)
  .regex(codePattern, { error: 'A permission is named service.component.Operation.' });

/** What a role holds: `*`, `service.*`, `service.component.*` or one code. */
export const permissionPatternSchema = z
  .string()
  .max(160)
  .regex(patternPattern, { error: 'A pattern is *, service.*, service.component.* or one code.' });

/** True when `pattern` includes the operation `code`. A malformed pattern includes nothing. */
export function matchesPattern(pattern: string, code: string): boolean {
  if (pattern === '*') return codePattern.test(code);
  if (pattern.endsWith('.*')) return code.startsWith(pattern.slice(0, -1));
  return pattern === code;
}

export interface PermissionParts {
  service: string;
  component: string;
  operation: string;
}

/** Splits a code at its dots. Only for codes that the schema has accepted. */
export function permissionParts(code: string): PermissionParts {
  const [service = '', component = '', operation = ''] = code.split('.');
  return { service, component, operation };
}
