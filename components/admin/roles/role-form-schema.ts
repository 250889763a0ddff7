import { createRoleSchema } from '@/lib/domain/role-input';
import type { FieldIssue } from '@/lib/domain/errors';
import type { Patterns } from './pattern-tree';

/** A role while it is being written. */
export interface RoleDraft {
  name: string;
  key: string;
  summary: string;
  patterns: Patterns;
}

/** A draft that the verb's schema has accepted. */
export interface CheckedRole {
  name: string;
  key: string;
  summary: string;
  patterns: string[];
}

export const emptyRole: CheckedRole = { name: '', key: '', summary: '', patterns: [] };

const draftSchema = createRoleSchema.omit({ proof: true });

/** The draft as the verb takes it, or what is wrong, by field. */
export function checkDraft(
  draft: RoleDraft,
): { isOk: true; role: CheckedRole } | { isOk: false; issues: FieldIssue[] } {
  const parsed = draftSchema.safeParse({ ...draft, patterns: [...draft.patterns] });
  if (parsed.success) return { isOk: true, role: parsed.data };
  return {
    isOk: false,
    issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  };
}

/** The first thing wrong with a field; `patterns.3` belongs to `patterns`. */
export function issueOf(issues: readonly FieldIssue[], field: keyof RoleDraft): string | undefined {
  return issues.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message;
}

/** The issues of the other fields: what is being changed is no longer called wrong. */
export function withoutFields(
  issues: readonly FieldIssue[],
  fields: readonly string[],
): readonly FieldIssue[] {
  return issues.filter(({ path }) => !fields.includes(path.split('.', 1)[0] ?? path));
}
