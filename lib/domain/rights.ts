import { coversContext, globalContext, type Context } from './context';
import { matchesPattern } from './permission';

/** What a person holds through one role in one context. */
export interface Right {
  context: Context;
  patterns: readonly string[];
}

/** All that a person holds now. */
export type Rights = readonly Right[];

/** True when the rights include `permission` in `context` (a right in `global` holds everywhere). */
export function holds(rights: Rights, permission: string, context: Context): boolean {
  return rights.some(
    (right) =>
      coversContext(right.context, context) &&
      right.patterns.some((pattern) => matchesPattern(pattern, permission)),
  );
}

/** True when the rights include `permission` in at least one context. */
export function holdsSomewhere(rights: Rights, permission: string): boolean {
  return rights.some((right) => right.patterns.some((pattern) => matchesPattern(pattern, permission)));
}

/** One's own desk lies in no project: whoever may keep tokens of their own in any context may keep them. */
export function withOwnDesk(rights: Rights, permission: string): Rights {
  return holdsSomewhere(rights, permission)
    ? [...rights, { context: globalContext, patterns: [permission] }]
    : rights;
}
