import type { TokenFacts } from '@/lib/domain/token';
import type { TokenReader } from './stream-access';

/** A token that is there as it says, or (null) not any more. */
export type TokenChange = readonly [id: string, facts: TokenFacts | null];

/** Every token that one call may change is at most a thousand; a reader with more before it is too slow. */
const maxWaiting = 1_000;

/**
 * One open stream: whose, and what its reader has not taken yet. Bounded: of each token the last state alone, and no more
 * tokens than `maxWaiting`. Ends by itself when the reader leaves.
 */
export class TokenStream {
  private readonly changes = new Map<string, TokenFacts | null>();
  private readonly ending = new AbortController();
  private wake: (() => void) | null = null;
  private isBeatDue = false;
  private saidAt = performance.now();
  /** Until then its secret need not be asked again, unless something happens. */
  trustedUntil = new Date(0);

  constructor(
    readonly reader: TokenReader,
    /** The one token that is followed; null for all of the owner's. */
    readonly tokenId: string | null,
    private readonly beatMilliseconds: number,
  ) {}

  /** Aborts when the stream is over, whether its reader reads or not. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  end(): void {
    this.changes.clear();
    this.ending.abort();
    this.wake?.();
  }

  follows(ownerId: string | null, tokenId: string): boolean {
    return ownerId === this.reader.ownerId && (this.tokenId === null || this.tokenId === tokenId);
  }

  /** Puts a token's state in the place of an earlier one. A reader that is too slow is let go: it begins anew. */
  put([id, facts]: TokenChange): void {
    if (this.ended.aborted) return;
    this.changes.delete(id);
    this.changes.set(id, facts);
    if (this.changes.size > maxWaiting) this.end();
    else this.wake?.();
  }

  /** Forgets what waits of tokens whose state of this moment is told anyway. */
  drop(ids: Iterable<string>): void {
    for (const id of ids) this.changes.delete(id);
  }

  /** Lets a reader that has heard nothing for a while know that somebody is there. */
  beat(now: number): void {
    if (now - this.saidAt < this.beatMilliseconds) return;
    this.isBeatDue = true;
    this.wake?.();
  }

  /** What waits, in order; empty for a beat; null when the stream is over. Waits until there is something to say. */
  async next(): Promise<TokenChange[] | null> {
    while (!this.ended.aborted && this.changes.size === 0 && !this.isBeatDue) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = null;
    }
    if (this.ended.aborted) return null;
    const waiting = [...this.changes];
    this.changes.clear();
    this.isBeatDue = false;
    this.saidAt = performance.now();
    return waiting;
  }
}
