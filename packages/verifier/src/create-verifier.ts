import { DeskClient } from './desk-client.js';
import { FeedFollower, type FeedState } from './feed-follower.js';
import { judge, type Clocks } from './judge.js';
import { RateBuckets } from './rate-buckets.js';
import { digestSecret, digestWords } from './secret-digest.js';
import { bodyLength, isCredentialShaped, isTokenShaped } from './secret-shape.js';
import { TokenCache, type Entry } from './token-cache.js';
import { refusal, type Question, type Verdict } from './verdict.js';

export type { FeedState } from './feed-follower.js';
export type { Condition, Question, Reason, Token, Verdict } from './verdict.js';

/** What a verifier is made of. */
export interface VerifierOptions {
  /** Where the desk is: `https://desk.example.org`. */
  url: string;
  /** The credential of a resource server, `td_rsk_…`. */
  credential: string;
  /** How long an answer is used without hearing from the desk; 5 when absent, 2 at least. */
  maxAgeSeconds?: number;
  /** How many tokens are remembered; 10,000 when absent. */
  maxTokens?: number;
  /** How long the desk may take to answer; 2,000 when absent. */
  timeoutMilliseconds?: number;
  /** Told when the feed comes and goes: for a log line or a metric. */
  onState?: (state: FeedState) => void;
  /** The wall clock in milliseconds, by which tokens end; Date.now when absent. */
  now?: () => number;
}

/** How a verifier is. */
export interface VerifierState {
  feed: FeedState;
  /** Milliseconds since when the desk was last heard of for sure; null before the first time. */
  confirmedMillisecondsAgo: number | null;
  tokens: number;
  /** Questions that wait for the desk. */
  waiting: number;
  /** The number of the desk's log up to which the feed was heard; null before the first time. */
  seq: number | null;
}

export interface Verifier {
  /**
   * Whether what was presented may do what is asked. From memory the verdict itself, else a promise of it: `await` takes
   * both. Never throws and never rejects: what cannot be found out is refused as `unavailable`.
   */
  verify: (presented: string, question: Question) => Verdict | Promise<Verdict>;
  /** Resolves when the feed is live; rejects when the verifier is closed before. Verifying need not wait for it. */
  ready: () => Promise<void>;
  state: () => VerifierState;
  /** Ends the feed, without which the process may end; refuses whatever is asked from then on. */
  close: () => void;
}

const malformed = refusal('malformed');
const unknown = refusal('unknown');
const unavailable = refusal('unavailable');

/** An answer is fetched again after so long in any case: so the desk knows to the hour which tokens are used. */
const longestMilliseconds = 3_600_000;
/** Questions that wait for the desk at once; what comes beside them is refused, so that junk costs no memory. */
const maxWaiting = 256;
/** The desk may be asked at one node and heard from another, which is some milliseconds ahead. */
const staleTries = 20;
const staleMilliseconds = 25;

/** Makes a verifier and begins to follow the desk's feed. Throws TypeError or RangeError for options that cannot be. */
export function createVerifier(options: VerifierOptions): Verifier {
  return new DeskVerifier(options);
}

class DeskVerifier implements Verifier {
  private readonly cache: TokenCache;
  private readonly rates = new RateBuckets();
  private readonly clocks: Clocks;
  private readonly desk: DeskClient;
  private readonly feed: FeedFollower;
  private readonly maxAgeMilliseconds: number;
  private readonly digest = new Int32Array(digestWords);
  private readonly waiting = new Map<string, Promise<Entry | Verdict>>();
  private asking = 0;
  private readonly listeners = new Set<(state: FeedState) => void>();

  constructor(options: VerifierOptions) {
    const { maxAgeSeconds = 5, maxTokens = 10_000, timeoutMilliseconds = 2_000 } = options;
    const url = originOf(options.url);
    if (!isCredentialShaped(options.credential))
      throw new TypeError('The credential is none of a resource server.');
    if (!(maxAgeSeconds >= 2)) throw new RangeError('maxAgeSeconds is at least 2.');
    if (!(maxTokens >= 1 && timeoutMilliseconds >= 1)) throw new RangeError('A bound is at least 1.');
    this.maxAgeMilliseconds = maxAgeSeconds * 1_000;
    this.cache = new TokenCache(maxTokens);
    this.clocks = { wall: options.now ?? Date.now, steady: () => performance.now() };
    this.desk = new DeskClient({ url, credential: options.credential, timeoutMilliseconds });
    if (options.onState !== undefined) this.listeners.add(options.onState);
    this.feed = new FeedFollower(this.desk, {
      forget: (forgotten) => {
        this.cache.forget(forgotten);
        // Who asks from now on is not answered by what was asked before.
        this.waiting.clear();
      },
      onState: (state) => this.listeners.forEach((listener) => listener(state)),
      now: this.clocks.steady,
    });
    void this.feed.run();
  }

  verify(presented: string, question: Question): Verdict | Promise<Verdict> {
    if (!isTokenShaped(presented)) return malformed;
    if (this.feed.state === 'closed') return unavailable;
    const { digest } = this;
    digestSecret(presented, bodyLength, digest);
    const entry = this.cache.find(digest);
    const now = this.clocks.steady();
    if (entry !== undefined && this.isFresh(entry, now))
      return judge(entry, question, this.rates, this.clocks);
    if (this.cache.isRefused(digest, now)) return unknown;
    return this.ask(presented, digest.slice(), question);
  }

  async ready(): Promise<void> {
    if (this.feed.state === 'live') return;
    await new Promise<void>((resolve, reject) => {
      const listener = (state: FeedState) => {
        if (state === 'live') resolve();
        else if (state === 'closed') reject(new Error('The verifier was closed.'));
        else return;
        this.listeners.delete(listener);
      };
      if (this.feed.state === 'closed') listener('closed');
      else this.listeners.add(listener);
    });
  }

  state(): VerifierState {
    const { state: feed, confirmedAt } = this.feed;
    const ago = this.clocks.steady() - confirmedAt;
    const confirmedMillisecondsAgo = Number.isFinite(ago) ? ago : null;
    return {
      feed,
      confirmedMillisecondsAgo,
      tokens: this.cache.sizes.tokens,
      waiting: this.asking,
      seq: this.feed.heardTo,
    };
  }

  close(): void {
    this.feed.close();
    this.desk.close();
    this.cache.forget({ all: true });
  }

  /** An answer is right since it was fetched, and again whenever the feed was heard: then it would have been forgotten. */
  private isFresh({ fetchedAt }: Entry, now: number): boolean {
    const confirmedAt = Math.max(fetchedAt, this.feed.confirmedAt);
    return now - confirmedAt <= this.maxAgeMilliseconds && now - fetchedAt <= longestMilliseconds;
  }

  private async ask(presented: string, digest: Int32Array, question: Question): Promise<Verdict> {
    const name = digest.join();
    let found = this.waiting.get(name);
    if (found === undefined) {
      if (this.asking >= maxWaiting) return unavailable;
      this.asking += 1;
      const asked = this.fetch(presented, digest).finally(() => {
        this.asking -= 1;
        if (this.waiting.get(name) === asked) this.waiting.delete(name);
      });
      this.waiting.set(name, asked);
      found = asked;
    }
    const answer = await found;
    if ('isAllowed' in answer || this.feed.state === 'closed')
      return 'isAllowed' in answer ? answer : unavailable;
    return judge(answer, question, this.rates, this.clocks);
  }

  /** Asks the desk, and keeps what it says. Never rejects. */
  private async fetch(presented: string, digest: Int32Array): Promise<Entry | Verdict> {
    try {
      for (let tries = 0; tries < staleTries; tries += 1) {
        const { epoch, age } = this.cache;
        const fetchedAt = this.clocks.steady();
        const resolution = await this.desk.resolve(presented);
        if (!resolution.isActive) {
          this.cache.refuse(digest, this.clocks.steady() + this.maxAgeMilliseconds, epoch);
          return unknown;
        }
        if (resolution.seq >= this.feed.seq) {
          const entry = this.cache.entryOf(digest, resolution, fetchedAt);
          this.cache.keep(entry, age);
          return entry;
        }
        await new Promise((resolve) => setTimeout(resolve, staleMilliseconds));
      }
    } catch {
      // Nobody is let in by a desk that does not answer.
    }
    return unavailable;
  }
}

function originOf(text: string): string {
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '')
    throw new TypeError('url is the http or https address of the desk.');
  return url.origin + url.pathname.replace(/\/$/, '');
}
