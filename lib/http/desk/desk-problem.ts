import type { FieldIssue } from '@/lib/domain/errors';
import { detailOf, type Refusal } from '@/lib/http/rest/refusal';
import { STATUS_CODES } from 'node:http';

/** A refusal of our own API as a problem (RFC 9457), with a code for machines and what is known of how to do better. */
export function deskProblem(refusal: Refusal, status: number): Record<string, unknown> {
  const usual = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: detailOf(refusal),
  };
  if (refusal.kind !== 'error') return { ...usual, code: refusal.kind };
  const { code, details } = refusal.error;
  const { missing, nearestSet, link, issues, denial, conditions, currentVersion, triesLeft, state } = details;
  const known = {
    missing,
    nearestSet,
    link,
    issues: issues?.map(inOurWords),
    denial,
    conditions,
    currentVersion,
    triesLeft,
    state,
  };
  return { ...usual, code, ...known };
}

/** A verb speaks of its input; the caller has sent a body. */
function inOurWords({ path, message }: FieldIssue): FieldIssue {
  const [first = '', ...rest] = path.split('.').filter((part) => part !== 'fields');
  return { path: [first === 'expiry' ? 'expiresAt' : first, ...rest].join('.'), message };
}
