import type { DeskError, ErrorCode } from '@/lib/domain/errors';
import { virtuozzoCodes, type VirtuozzoCode } from '@/lib/domain/virtuozzo-codes';

/** The reply of this API: `result` 0 and the members of the answer, or a code with its error and source (04-wire §2). */
export type Envelope = { result: number; error?: string; source?: string; reason?: string } & Record<
  string,
  unknown
>;

// A frozen reply is the same as when it came first, and so is its text.
const knownTexts = new WeakMap<Readonly<Record<string, unknown>>, string>();

/** The text of a successful envelope: `result` 0, then the members of the reply; what is undefined is left out. */
export function successText(reply: Readonly<Record<string, unknown>>): string {
  const known = knownTexts.get(reply);
  if (known !== undefined) return known;
  const text = JSON.stringify({ result: 0, ...reply });
  if (Object.isFrozen(reply)) knownTexts.set(reply, text);
  return text;
}

/** A failed envelope. `x` replaces the placeholder of the code's error; `reason` is the sentence for a person (law 6). */
export function failure(code: VirtuozzoCode, x?: string, reason?: string): Envelope {
  const error =
    x === undefined
      ? code.error
      : code.error.replace(/\[x\]|(?<== )x/, (found) => (found === 'x' ? x : `[${x}]`));
  return { result: code.code, error, source: code.source, ...(reason === undefined ? {} : { reason }) };
}

/** A DeskError in the words of this API. */
export function failureOf(error: DeskError): Envelope {
  return failures[error.code](error);
}

const other = (error: DeskError) => failure(virtuozzoCodes.failed, undefined, error.message);

/** Every code of the desk has its answer here; the compiler keeps the table complete. */
const failures: Record<ErrorCode, (error: DeskError) => Envelope> = {
  invalid_input: (error) => failure(virtuozzoCodes.invalidParameter, fieldOf(error), error.message),
  payload_too_large: (error) => failure(virtuozzoCodes.invalidParameter, fieldOf(error), error.message),
  conflict: (error) =>
    error.details.issues === undefined
      ? other(error)
      : failure(virtuozzoCodes.invalidParameter, fieldOf(error), error.message),
  unauthenticated: () => failure(virtuozzoCodes.invalidSession),
  permission_denied: deniedReply,
  not_found: notFoundReply,
  wrong_state: (error) => failure(virtuozzoCodes.wrongStatus, error.details.state, error.message),
  unsupported: (error) =>
    failure(virtuozzoCodes.unknownMethod, error.details.subject?.name ?? '', error.message),
  key_reused: (error) => failure(virtuozzoCodes.invalidParameter, 'Idempotency-Key', error.message),
  stale_version: other,
  version_required: other,
  wrong_proof: wrongProofReply,
  proof_locked: (error) => failure(virtuozzoCodes.notAuthenticated, undefined, error.message),
  rate_limited: other,
  overloaded: other,
  unavailable: other,
  internal: other,
};

/** A password that is demanded and absent is a parameter that is missing; a wrong one fails to authenticate. */
function wrongProofReply(error: DeskError): Envelope {
  if (error.details.triesLeft === undefined)
    return failure(virtuozzoCodes.invalidParameter, 'password', error.message);
  return failure(virtuozzoCodes.notAuthenticated, undefined, error.message);
}

/** 8202 is for the method that was called; what a new token would have beyond its maker is 8. */
function deniedReply(error: DeskError): Envelope {
  const { denial, missing = [], link } = error.details;
  const [first] = missing;
  if (first === undefined || (denial !== 'token_lacks' && denial !== 'unknown_permission')) {
    const denied = failure(virtuozzoCodes.ownerLacks, undefined, error.message);
    return missing.length === 0 ? denied : { ...denied, missing };
  }
  const named = virtuozzoCodes.tokenLacks.error.replace('service.component.Method', first.permission);
  return {
    ...failure({ ...virtuozzoCodes.tokenLacks, error: named }, undefined, error.message),
    missing,
    ...(link === undefined ? {} : { link }),
  };
}

function notFoundReply(error: DeskError): Envelope {
  const { subject } = error.details;
  if (subject?.kind === 'environment') return failure(virtuozzoCodes.unknownEnvironment, subject.name);
  return failure(virtuozzoCodes.notFound, undefined, error.message);
}

/** The parameter that a mistake belongs to: the first part of its path. */
function fieldOf(error: DeskError): string {
  return error.details.issues?.[0]?.path.split('.')[0] ?? '';
}
