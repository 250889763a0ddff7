import type { ErrorDetails, ErrorCode, FieldIssue, MissingPermission } from '@/lib/domain/errors';
import { limitNames } from './limit-fields';

/** A refused action, as ActionResult carries it. */
export interface ActionError {
  code: ErrorCode;
  message: string;
  details: ErrorDetails;
}

/** Where a refusal belongs on the screen. */
export type Refusal =
  | { at: 'password'; message: string }
  | { at: 'pause'; seconds: number }
  | { at: 'fields'; issues: readonly FieldIssue[] }
  | { at: 'picker'; missing: readonly MissingPermission[] }
  | { at: 'stale' }
  | { at: 'line'; message: string };

const pauseSeconds = 30;

/** Sorts a refusal to the place where the person can do something about it. */
export function sortRefusal({ code, message, details }: ActionError): Refusal {
  if (code === 'wrong_proof') return { at: 'password', message: wrongPassword(details.triesLeft) };
  if (code === 'proof_locked') return { at: 'pause', seconds: details.retryAfterSeconds ?? pauseSeconds };
  if (code === 'stale_version') return { at: 'stale' };
  if (code === 'permission_denied' && (details.missing?.length ?? 0) > 0)
    return { at: 'picker', missing: details.missing ?? [] };
  if (code === 'invalid_input' && (details.issues?.length ?? 0) > 0) return ofIssues(details.issues ?? []);
  return { at: 'line', message };
}

const formFields = ['description', 'expiry', 'access', ...limitNames] as const;

/** The form's field an issue belongs to; `fields.` is how the verbs nest them. Null: not a field of the form. */
export function fieldOf(issue: FieldIssue): (typeof formFields)[number] | null {
  const [field] = issue.path.replace(/^fields\./, '').split('.');
  return formFields.find((each) => each === field) ?? null;
}

function ofIssues(issues: readonly FieldIssue[]): Refusal {
  const [proof] = issues.filter((issue) => issue.path.startsWith('proof'));
  if (proof !== undefined) return { at: 'password', message: proof.message };
  if (issues.some((issue) => fieldOf(issue) !== null)) return { at: 'fields', issues };
  return { at: 'line', message: issues.map((issue) => issue.message).join(' ') };
}

function wrongPassword(triesLeft: number | undefined): string {
  if (triesLeft === undefined) return 'That is not your password.';
  if (triesLeft <= 0)
    return `That is not your password. The next try is possible after a pause of ${pauseSeconds} s.`;
  const tries = triesLeft === 1 ? '1 try' : `${triesLeft} tries`;
  return `That is not your password: ${tries} left before a pause of ${pauseSeconds} s.`;
}
