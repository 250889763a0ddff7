import { onEvent } from '@/lib/db/event-feed';
import { findTokenFactsOf } from '@/lib/db/token-facts';
import { DeskError } from '@/lib/domain/errors';
import type { DeskEvent, EventAction } from '@/lib/domain/event';
import { processWide } from '@/lib/domain/process-wide';
import { reportFault } from '@/lib/services/audit/report-fault';
import { countStream } from '@/lib/services/metrics/counters';
import { concernsBearer, listableUntil } from './stream-access';
import type { TokenStream } from './token-stream';

/** How many streams one token or session may keep open (API-11). */
const streamsPerBearer = 5;
const tickMilliseconds = 1_000;
const checkMilliseconds = 2_500;

const changing: ReadonlySet<EventAction> = new Set<EventAction>([
  'token.generated',
  'token.copied',
  'token.edited',
  'token.regenerated',
  'token.paused',
  'token.resumed',
  'token.removed',
]);

/**
 * All open streams of this process: one listener of the feed, one clock, one reader of rows for all of them, so that a
 * thousand idle streams cost next to nothing. The event says what to look at, the row says what is.
 */
class TokenStreams {
  private readonly streams = new Set<TokenStream>();
  private readonly changed = new Map<string, Set<string>>();
  private turn: Promise<unknown> = Promise.resolve();
  private checkedAt = 0;
  private stop: (() => void) | null = null;

  /** Throws rate_limited when the bearer has as many as it may. */
  add(stream: TokenStream): void {
    const { bearerId } = stream.reader;
    let count = 0;
    for (const { reader } of this.streams) if (reader.bearerId === bearerId) count += 1;
    if (count >= streamsPerBearer) {
      const message = `A token keeps at most ${streamsPerBearer} streams open.`;
      throw new DeskError('rate_limited', message, { retryAfterSeconds: 15 });
    }
    this.streams.add(stream);
    const closed = countStream('tokens');
    stream.ended.addEventListener('abort', () => {
      closed();
      this.remove(stream);
    });
    this.stop ??= this.start();
  }

  /**
   * Reads in turn: whatever was told to a stream before is older than what this reads, whatever is told later is newer.
   */
  async inTurn<T>(read: () => Promise<T>): Promise<T> {
    const result = this.turn.then(read, read);
    this.turn = result.catch(() => undefined);
    return result;
  }

  private start(): () => void {
    const leave = onEvent((event) => this.hear(event));
    const clock = setInterval(() => this.tick(), tickMilliseconds);
    clock.unref();
    return () => {
      leave();
      clearInterval(clock);
    };
  }

  private remove(stream: TokenStream): void {
    this.streams.delete(stream);
    if (this.streams.size > 0) return;
    this.stop?.();
    this.stop = null;
    this.changed.clear();
  }

  private hear(event: DeskEvent): void {
    if (event.outcome !== 'done') return;
    const { ownerId, subjectId } = event;
    const suspects: TokenStream[] = [];
    let isFollowed = false;
    for (const stream of this.streams) {
      if (concernsBearer(event, stream.reader)) suspects.push(stream);
      isFollowed ||= stream.follows(ownerId, subjectId);
    }
    if (suspects.length > 0) void this.check(suspects);
    if (isFollowed && ownerId !== null && changing.has(event.action)) this.note(ownerId, subjectId);
  }

  private note(ownerId: string, tokenId: string): void {
    const isUnderWay = this.changed.size > 0;
    const ids = this.changed.get(ownerId) ?? new Set<string>();
    this.changed.set(ownerId, ids.add(tokenId));
    if (!isUnderWay) void this.inTurn(() => this.tell()).catch((error: unknown) => this.giveUp(error));
  }

  /** Reads each changed row once, however many follow it. */
  private async tell(): Promise<void> {
    const changed = [...this.changed];
    this.changed.clear();
    for (const [ownerId, ids] of changed) {
      const found = new Map((await findTokenFactsOf(ownerId, [...ids])).map((facts) => [facts.id, facts]));
      for (const id of ids) {
        const change = [id, found.get(id) ?? null] as const;
        for (const stream of this.streams) if (stream.follows(ownerId, id)) stream.put(change);
      }
    }
  }

  private tick(): void {
    const now = performance.now();
    for (const stream of this.streams) stream.beat(now);
    if (now - this.checkedAt < checkMilliseconds) return;
    this.checkedAt = now;
    const time = new Date();
    void this.check([...this.streams].filter((stream) => stream.trustedUntil <= time));
  }

  /** Ends those whose secret is dead or may list no more; in doubt too (INT-9). Each secret is asked once. */
  private async check(streams: readonly TokenStream[]): Promise<void> {
    const answers = new Map<string, Promise<Date | null>>();
    // After all listeners of the event: the verification cache has forgotten by then.
    await Promise.resolve();
    for (const stream of streams) {
      if (stream.ended.aborted) continue;
      const { presented, ownerId, call } = stream.reader;
      const key = `${presented} ${ownerId} ${call.address}`;
      const answer = answers.get(key) ?? this.ask(stream);
      answers.set(key, answer);
      const until = await answer;
      if (until === null) stream.end();
      else stream.trustedUntil = until;
    }
  }

  private async ask(stream: TokenStream): Promise<Date | null> {
    try {
      return await listableUntil(stream.reader, new Date());
    } catch (error) {
      reportFault(error, 'token streams');
      return null;
    }
  }

  /** What has changed could not be read: nobody is left with an old state. */
  private giveUp(error: unknown): void {
    reportFault(error, 'token streams');
    for (const stream of [...this.streams]) stream.end();
  }
}

export function tokenStreams(): TokenStreams {
  return processWide('token-streams', () => new TokenStreams());
}
