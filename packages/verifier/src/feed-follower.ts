import type { DeskClient } from './desk-client.js';
import { EventLines, type StreamMessage } from './event-lines.js';
import type { Forgotten } from './token-cache.js';

/**
 * How the feed is: `connecting` until it is heard for the first time, `live`, `lost` while it is opened again, `refused`
 * when the desk does not know the credential, `closed`.
 */
export type FeedState = 'connecting' | 'live' | 'lost' | 'refused' | 'closed';

interface FeedHooks {
  forget: (forgotten: Forgotten) => void;
  onState: (state: FeedState) => void;
  /** Milliseconds of a clock that only rises. */
  now: () => number;
}

/** The desk says something every second; a stream that says nothing for so long is dead. */
const silenceMilliseconds = 3_500;
const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 5_000;

/** Follows what is to be forgotten, again and again from where it was, until it is closed. */
export class FeedFollower {
  private lastId: number | null = null;
  private failures = 0;
  private current: FeedState = 'connecting';
  private ending = new AbortController();
  private wake: (() => void) | null = null;
  private confirmed = Number.NEGATIVE_INFINITY;
  private known = 0;

  constructor(
    private readonly desk: DeskClient,
    private readonly hooks: FeedHooks,
  ) {}

  get state(): FeedState {
    return this.current;
  }

  /** All that was committed before then has been told, and forgotten here. */
  get confirmedAt(): number {
    return this.confirmed;
  }

  /** The number of the log that was last told of: an answer that knows less of it is old. */
  get seq(): number {
    return this.known;
  }

  /** Up to which number everything was heard; null before the first time. */
  get heardTo(): number | null {
    return this.lastId;
  }

  /** Follows until `close`. Never throws. */
  async run(): Promise<void> {
    while (!this.isClosed()) {
      await this.follow().catch(() => undefined);
      if (this.isClosed()) return;
      if (this.current === 'live') this.failures = 0;
      if (this.current !== 'refused')
        this.set(this.confirmed === Number.NEGATIVE_INFINITY ? 'connecting' : 'lost');
      const longest = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** this.failures);
      this.failures += 1;
      await this.pause(longest * (0.5 + Math.random() / 2));
    }
  }

  close(): void {
    this.set('closed');
    this.ending.abort();
    this.wake?.();
  }

  private isClosed(): boolean {
    return this.current === 'closed';
  }

  private async follow(): Promise<void> {
    const ending = new AbortController();
    this.ending = ending;
    const begunAt = this.hooks.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const { status, headers, body } = await this.desk.openFeed(this.lastId, ending);
      if (status === 401) this.set('refused');
      const isFeed = status === 200 && headers.get('content-type')?.startsWith('text/event-stream') === true;
      if (!isFeed || body === null) return;
      const reader = body.getReader();
      const decoder = new TextDecoder();
      const lines = new EventLines();
      // The desk's clock at the greeting was not earlier than the request for it: so nothing is taken for younger than it is.
      let clockShift: number | null = null;
      for (;;) {
        timer = setTimeout(() => ending.abort(), silenceMilliseconds);
        const { done, value } = await reader.read();
        clearTimeout(timer);
        if (done || this.isClosed()) return;
        for (const message of lines.read(decoder.decode(value, { stream: true }))) {
          const data = dataOf(message);
          if (message.event === 'hello') {
            clockShift = begunAt - data.at;
            this.known = data.seq;
          } else if (clockShift !== null) this.hear(message, data, clockShift);
        }
      }
    } finally {
      clearTimeout(timer);
      ending.abort();
    }
  }

  private hear({ event, id }: StreamMessage, data: FeedData, clockShift: number): void {
    if (event === 'forget') {
      this.known = Math.max(this.known, data.seq);
      this.hooks.forget(data.forgotten());
    }
    if (event === 'beat') {
      this.confirmed = Math.max(this.confirmed, Math.min(data.at + clockShift, this.hooks.now()));
      this.set('live');
    }
    if (/^\d{1,15}$/.test(id)) this.lastId = Number(id);
  }

  private set(state: FeedState): void {
    if (state === this.current || this.isClosed()) return;
    this.current = state;
    this.hooks.onState(state);
  }

  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = null;
  }
}

interface FeedData {
  seq: number;
  at: number;
  forgotten: () => Forgotten;
}

/** Throws for what cannot be understood: the stream is opened again, and what was missed is told again. */
function dataOf({ data }: StreamMessage): FeedData {
  const value: unknown = JSON.parse(data);
  if (typeof value !== 'object' || value === null) throw new TypeError('A message is no object.');
  const { seq, at, token, owner, all }: Record<string, unknown> = { ...value };
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) throw new TypeError('A number is missing.');
  return {
    seq,
    at: typeof at === 'number' && Number.isFinite(at) ? at : Number.NEGATIVE_INFINITY,
    forgotten: () => {
      if (typeof token === 'string') return { token };
      if (typeof owner === 'string') return { owner };
      if (all === true) return { all };
      throw new TypeError('Nothing is named.');
    },
  };
}
