interface Waiting<Use> {
  use: Use;
  due: number;
}

/** Times in milliseconds, of any clock that only rises. */
export interface UseBufferLimits {
  /** How soon the use of a token that was quiet is due. */
  firstMilliseconds: number;
  /** How long after it was taken a token is not due again. */
  againMilliseconds: number;
  maxTokens: number;
}

/**
 * Uses that wait to be written: the latest of each token. A token that was quiet is due at once, one that was written is
 * due again a minute later (REL-4). Both maps are in the order of their due times, so that taking costs only what is due.
 */
export class UseBuffer<Use> {
  private readonly fresh = new Map<string, Waiting<Use>>();
  private readonly written = new Map<string, Waiting<Use | null>>();

  constructor(private readonly limits: UseBufferLimits) {}

  get size(): number {
    return this.fresh.size + this.written.size;
  }

  /** Notes a use. False when the buffer is full: the use is lost, never the request. */
  note(tokenId: string, use: Use, now: number): boolean {
    const known = this.fresh.get(tokenId) ?? this.written.get(tokenId);
    if (known !== undefined) {
      known.use = use;
      return true;
    }
    if (this.size >= this.limits.maxTokens) return false;
    this.fresh.set(tokenId, { use, due: now + this.limits.firstMilliseconds });
    return true;
  }

  /** Takes at most `limit` uses that are due; with `now` of Infinity, all that wait. */
  take(now: number, limit: number, takenAt = now): Map<string, Use> {
    const taken = new Map<string, Use>();
    for (const queue of [this.fresh, this.written]) {
      for (const [tokenId, { use, due }] of queue) {
        if (due > now || taken.size >= limit) break;
        queue.delete(tokenId);
        if (use !== null) taken.set(tokenId, use);
      }
    }
    const due = takenAt + this.limits.againMilliseconds;
    for (const tokenId of taken.keys()) this.written.set(tokenId, { use: null, due });
    return taken;
  }

  /** Gives back uses that could not be written: they are due soon, unless a later use waits already. */
  giveBack(uses: ReadonlyMap<string, Use>, now: number): void {
    for (const [tokenId, use] of uses) {
      const later = this.written.get(tokenId)?.use ?? this.fresh.get(tokenId)?.use ?? null;
      this.written.delete(tokenId);
      this.note(tokenId, later ?? use, now);
    }
  }

  /** Drops what waits for a token: its next use is due at once again. */
  release(tokenId: string): void {
    this.fresh.delete(tokenId);
    this.written.delete(tokenId);
  }
}
