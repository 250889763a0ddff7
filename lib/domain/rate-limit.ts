/** So many requests in so many seconds, all at once or spread (API-8). A limit of 0 limits nothing. */
export interface RateRule {
  /** What it is counted by, as the RateLimit fields name it. */
  name: 'token' | 'person' | 'address' | 'report';
  limit: number;
  windowSeconds: number;
}

/** Where a bucket stands, for the RateLimit fields. */
export interface RateState extends RateRule {
  remaining: number;
  /** Whole seconds until it is full again. */
  resetSeconds: number;
}

/** What taking one from a bucket came to. `fullAt` is the bucket: when it would be full again, in milliseconds. */
export type RateTake = { fullAt: number; state: RateState } & (
  { isAdmitted: true } | { isAdmitted: false; retryAfterSeconds: number }
);

/**
 * Takes one request from a bucket (the generic cell rate algorithm: a bucket is one number). `now` and `fullAt` are
 * milliseconds of one monotonic clock; a bucket that nobody has taken from is full since ever: 0.
 */
export function takeOne(rule: RateRule, fullAt: number, now: number): RateTake {
  const windowMilliseconds = rule.windowSeconds * 1_000;
  const oneMilliseconds = windowMilliseconds / rule.limit;
  const next = Math.max(fullAt, now) + oneMilliseconds;
  // A thousandth for what floating point leaves over.
  const isAdmitted = next - now <= windowMilliseconds + 0.001;
  const after = isAdmitted ? next : fullAt;
  const state = {
    ...rule,
    remaining: Math.max(0, Math.floor((windowMilliseconds - (after - now)) / oneMilliseconds + 0.001)),
    resetSeconds: Math.max(0, Math.ceil((after - now - 0.001) / 1_000)),
  };
  if (isAdmitted) return { isAdmitted, fullAt: after, state };
  const retryAfterSeconds = Math.max(1, Math.ceil((next - windowMilliseconds - now) / 1_000));
  return { isAdmitted, fullAt: after, state, retryAfterSeconds };
}

/** The RateLimit fields of an answer (draft-ietf-httpapi-ratelimit-headers). */
export function rateFields({
  name,
  limit,
  windowSeconds,
  remaining,
  resetSeconds,
}: RateState): Record<string, string> {
  return {
    'RateLimit-Policy': `"${name}";q=${limit};w=${windowSeconds}`,
    RateLimit: `"${name}";r=${remaining};t=${resetSeconds}`,
  };
}
