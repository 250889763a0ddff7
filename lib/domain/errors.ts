import type { RateState } from './rate-limit';

/**
 * The one closed list of what can go wrong. Each door maps it with a table that the compiler keeps complete.
 * Invalid credentials are not here: verification answers with an outcome (see verification.ts).
 */
export const errorCodes = [
  'invalid_input',
  'unauthenticated',
  'permission_denied',
  'not_found',
  'conflict',
  'key_reused',
  'stale_version',
  'version_required',
  'wrong_proof',
  'proof_locked',
  'wrong_state',
  'unsupported',
  'payload_too_large',
  'rate_limited',
  'overloaded',
  'unavailable',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One thing wrong with one field; `path` uses dots (`entries.0.context`), empty for the whole input. */
export interface FieldIssue {
  path: string;
  message: string;
}

export interface MissingPermission {
  permission: string;
  context: string;
}

/** A condition of a token that the request does not meet (lib/domain/token-limits.ts). */
export type FailedCondition = 'not_in_urls' | 'address_not_allowed' | 'not_yet_valid';

/** Whose side refused: the token lacks the permission, its owner does, or a condition of the token is not met. */
export type DenyReason = 'unknown_permission' | 'token_lacks' | 'owner_lacks' | FailedCondition;

/** A condition that was not met, with the sentence for whoever presents the token (law 6). */
export interface UnmetCondition {
  condition: FailedCondition;
  says: string;
}

/** Why something was refused and what would help, as far as whoever asked may know it (law 6). */
export interface Explanation {
  /** What the token or its owner would have to hold; empty when a condition failed. */
  missing: readonly MissingPermission[];
  conditions: readonly UnmetCondition[];
  /** The smallest permission set that has what is missing and that the owner holds there whole; null when there is none. */
  nearestSet: string | null;
  /** Opens the Edit dialog of the token with exactly what is missing ticked; null where its owner could not grant it. */
  link: string | null;
}

/** What a refusal may carry (law 6). Only what the caller may know is put in. */
export interface ErrorDetails extends Partial<Pick<Explanation, 'missing' | 'conditions'>> {
  nearestSet?: string;
  link?: string;
  issues?: readonly FieldIssue[];
  /** permission_denied: whose side refused, for doors whose contract tells them apart. */
  denial?: DenyReason;
  /** not_found: what was asked for, by kind and name as the caller gave it. */
  subject?: { kind: string; name: string };
  /** Wrong proof: tries left before a pause. */
  triesLeft?: number;
  /** proof_locked, rate_limited, overloaded: seconds to wait. */
  retryAfterSeconds?: number;
  /** rate_limited: the bucket that is empty, for the RateLimit fields. */
  rate?: RateState;
  /** stale_version: the version the row has now. */
  currentVersion?: number;
  /** wrong_state: the state that stood in the way. */
  state?: string;
}

/** The only error that verbs throw on purpose. `message` is a whole sentence fit for a person. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}
