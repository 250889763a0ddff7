const windowMilliseconds = 60_000;
const maxBuckets = 10_000;

/**
 * Counts requests of tokens that have a limit of their own, in this process (the generic cell rate algorithm: a bucket is
 * one number). Outlives what is forgotten: a token does not begin anew because it was changed.
 */
export class RateBuckets {
  /** When each would be full again, in milliseconds of a clock that only rises. */
  private readonly fullAt = new Map<string, number>();

  /** Takes one; 0 when it is admitted, else the seconds to wait. */
  take(tokenId: string, requestsPerMinute: number, now: number): number {
    const one = windowMilliseconds / requestsPerMinute;
    const next = Math.max(this.fullAt.get(tokenId) ?? 0, now) + one;
    // A thousandth for what floating point leaves over.
    if (next - now > windowMilliseconds + 0.001)
      return Math.max(1, Math.ceil((next - windowMilliseconds - now) / 1_000));
    this.fullAt.delete(tokenId);
    this.fullAt.set(tokenId, next);
    const [oldest] = this.fullAt.keys();
    if (this.fullAt.size > maxBuckets && oldest !== undefined) this.fullAt.delete(oldest);
    return 0;
  }
}
