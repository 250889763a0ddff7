import type { codecanvasErrors } from '@/lib/domain/api/codecanvas-parts';
import type { ErrorCode } from '@/lib/domain/errors';
import { detailOf, type Refusal } from '@/lib/http/rest/refusal';

type Code = (typeof codecanvasErrors)[number];

/** The code of every error of the desk in this API; the compiler keeps it complete. */
const codes: Record<ErrorCode, Code> = {
  invalid_input: 'validation-error',
  unauthenticated: 'authentication-required',
  permission_denied: 'permission-denied',
  not_found: 'not-found',
  conflict: 'duplicated-entity',
  key_reused: 'validation-error',
  stale_version: 'duplicated-entity',
  version_required: 'validation-error',
  wrong_proof: 'permission-denied',
  proof_locked: 'rate-limited',
  wrong_state: 'validation-error',
  unsupported: 'not-found',
  payload_too_large: 'payload-too-large',
  rate_limited: 'rate-limited',
  overloaded: 'internal-server-error',
  unavailable: 'internal-server-error',
  internal: 'internal-server-error',
};

const kinds: Record<Exclude<Refusal['kind'], 'error'>, Code> = {
  no_credential: 'authentication-required',
  several_credentials: 'validation-error',
  invalid_credential: 'authentication-required',
  unknown_path: 'not-found',
  method_not_allowed: 'validation-error',
  malformed_body: 'validation-error',
  unsupported_media_type: 'validation-error',
  too_large: 'payload-too-large',
  too_slow: 'validation-error',
  internal: 'internal-server-error',
};

/** How this API tells a refusal. */
export function refusalBody(refusal: Refusal): { error: Code; error_description: string } {
  const error = refusal.kind === 'error' ? codes[refusal.error.code] : kinds[refusal.kind];
  return { error, error_description: detailOf(refusal) };
}

/** Where this API's statuses differ from the usual ones: no precondition was stated, so it is a conflict. */
export function refusalStatus(refusal: Refusal): number | undefined {
  if (refusal.kind !== 'error') return undefined;
  if (refusal.error.code === 'stale_version') return 409;
  return ['wrong_state', 'key_reused'].includes(refusal.error.code) ? 400 : undefined;
}
