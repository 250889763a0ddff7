import type { DeskError, ErrorCode } from '@/lib/domain/errors';
import { rateFields } from '@/lib/domain/rate-limit';

/** Why a request was not answered: what was wrong with its transport or credential, or what a verb threw. */
export type Refusal =
  | {
      kind:
        | 'no_credential'
        | 'several_credentials'
        | 'invalid_credential'
        | 'unknown_path'
        | 'malformed_body'
        | 'unsupported_media_type'
        | 'too_large'
        | 'too_slow'
        | 'internal';
      detail: string;
    }
  | { kind: 'method_not_allowed'; detail: string; allow: string }
  | { kind: 'error'; error: DeskError };

/** The sentence of a refusal. */
export function detailOf(refusal: Refusal): string {
  return refusal.kind === 'error' ? refusal.error.message : refusal.detail;
}

const statuses: Record<Exclude<Refusal['kind'], 'error'>, number> = {
  no_credential: 401,
  several_credentials: 400,
  invalid_credential: 401,
  unknown_path: 404,
  method_not_allowed: 405,
  malformed_body: 400,
  unsupported_media_type: 415,
  too_large: 413,
  too_slow: 408,
  internal: 500,
};

/** The status of every code of the desk; the compiler keeps it complete. */
const errorStatuses: Record<ErrorCode, number> = {
  invalid_input: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  conflict: 409,
  key_reused: 422,
  stale_version: 412,
  version_required: 428,
  wrong_proof: 403,
  proof_locked: 429,
  wrong_state: 409,
  unsupported: 404,
  payload_too_large: 413,
  rate_limited: 429,
  overloaded: 503,
  unavailable: 503,
  internal: 500,
};

/** The HTTP status of a refusal. */
export function statusOf(refusal: Refusal): number {
  return refusal.kind === 'error' ? errorStatuses[refusal.error.code] : statuses[refusal.kind];
}

const challenge = 'Bearer realm="Tokendesk"';

/** The headers that a refusal brings in every API: the challenge (RFC 6750), Allow, Retry-After. */
export function headersOf(refusal: Refusal): Record<string, string> {
  if (refusal.kind === 'method_not_allowed') return { Allow: refusal.allow };
  if (refusal.kind === 'no_credential') return { 'WWW-Authenticate': challenge };
  if (refusal.kind === 'invalid_credential')
    return { 'WWW-Authenticate': `${challenge}, error="invalid_token"` };
  if (refusal.kind === 'several_credentials')
    return { 'WWW-Authenticate': `${challenge}, error="invalid_request"` };
  if (refusal.kind !== 'error') return {};
  const { code, details } = refusal.error;
  if (code === 'unauthenticated') return { 'WWW-Authenticate': `${challenge}, error="invalid_token"` };
  // No other scope would help: what is not met is a condition of the token.
  if (details.conditions !== undefined) return { 'WWW-Authenticate': challenge };
  if (code === 'permission_denied') {
    const codes = [...new Set(details.missing?.map((each) => each.permission))].slice(0, 20);
    const scope = codes.length === 0 ? '' : `, scope="${codes.join(' ')}"`;
    return { 'WWW-Authenticate': `${challenge}, error="insufficient_scope"${scope}` };
  }
  const { retryAfterSeconds, rate } = details;
  return {
    ...(rate === undefined ? {} : rateFields(rate)),
    ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
  };
}
