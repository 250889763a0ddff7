import type { Refusal } from '@/components/tokens/dialogs/refusal';
import type { ActionResult } from '@/lib/domain/action-result';
import type { FieldIssue } from '@/lib/domain/errors';

/** Where the answer to a change of people or sessions is said: at the password, or as a line. `null`: no answer came. */
export function refusalOf(result: ActionResult<unknown> | null): Refusal | null {
  if (result === null)
    return { at: 'line', message: 'The desk does not answer. Whether the change was made is not known.' };
  if (result.isOk) return null;
  const { code, message, details } = result.error;
  if (code === 'wrong_proof') return { at: 'password', message };
  if (code === 'proof_locked') return { at: 'pause', seconds: details.retryAfterSeconds ?? 30 };
  const proofIssue = details.issues?.find((issue) => issue.path.startsWith('proof'));
  return proofIssue === undefined ? { at: 'line', message } : { at: 'password', message: proofIssue.message };
}

/** What was wrong with the fields of the form behind the change; empty when the fault lies elsewhere. */
export function fieldIssues(result: ActionResult<unknown> | null): readonly FieldIssue[] {
  if (result === null || result.isOk) return [];
  return (result.error.details.issues ?? []).filter((issue) => !issue.path.startsWith('proof'));
}
