import { latestEventSeq } from '@/lib/db/events';
import type { Client } from '@/lib/domain/client';
import type { DeskEvent } from '@/lib/domain/event';
import { processWide } from '@/lib/domain/process-wide';
import { loadCatalog } from '@/lib/services/catalog/load-catalog';
import { verifyClient } from '@/lib/services/clients/verify-client';
import { FeedMailbox } from '@/lib/services/feed/feed-mailbox';
import { nextEvents } from '@/lib/services/feed/subscribe-events';
import { isFollowing } from '@/lib/services/feed/follow-log';
import { countStream } from '@/lib/services/metrics/counters';
import { reachOf, watchedCache } from '@/lib/services/tokens/watched-cache';

/** Which answers have to be forgotten: those of a token, of a person's tokens, or all. */
export type Forgotten = { token: string } | { owner: string } | { all: true };

/**
 * What a follower is told. `hello` comes first: who has heard of its `seq` has missed nothing. `beat`: all that was committed
 * before `at` has been told. `at` is this process's own clock, in milliseconds, which only rises.
 */
export type ForgetItem =
  | { kind: 'hello'; seq: number; at: number }
  | { kind: 'forget'; seq: number; forgotten: Forgotten }
  | { kind: 'beat'; seq: number; at: number };

export interface ForgetOptions {
  /** The credential that opened the stream: it is asked again while the stream lasts. */
  presented: string;
  /** The last number that was heard of; null for who remembers nothing. */
  after: number | null;
  signal: AbortSignal;
  beatMilliseconds?: number | undefined;
  /** How often the credential is looked at when no event calls for it. */
  checkMilliseconds?: number;
  /** How many events may be missed before everything is to be forgotten. */
  maxMissed?: number;
}

/**
 * What the answers kept elsewhere have to forget, from the event log, in its order and without a gap: since `after`, then
 * live. Ends with the client's credential. Ids of tokens and people are all that is told.
 */
export async function* followForgets(
  client: Client,
  options: ForgetOptions,
): AsyncGenerator<ForgetItem, void, void> {
  const { presented, after, signal } = options;
  const { beatMilliseconds = 1_000, checkMilliseconds = 5_000, maxMissed = 1_000 } = options;
  // Before the mailbox: this process's own answers are forgotten first.
  watchedCache();
  const mailbox = new FeedMailbox(maxMissed, '', signal);
  const closed = countStream('verifiers');
  try {
    const latest = await latestEventSeq();
    // A number that is not there yet is of another log: a backup was put back.
    const isKnown = after !== null && after <= latest;
    let seq = isKnown ? after : latest;
    mailbox.isBehind = true;
    yield { kind: 'hello', seq: latest, at: performance.now() };
    if (!isKnown) yield { kind: 'forget', seq, forgotten: { all: true } };
    let checkedAt = performance.now();
    let saidAt = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      const heardAt = performance.now();
      // Also tells this process what others have committed.
      const isHearing = isFollowing();
      const events = await nextEvents(mailbox, seq, maxMissed);
      if (events === null) {
        seq = await latestEventSeq();
        yield { kind: 'forget', seq, forgotten: { all: true } };
        continue;
      }
      for (const event of events) {
        const isOwn = event.subjectId === client.id;
        if (isOwn && (await verifyClient(presented, 'resource-server')) === null) return;
        const forgotten = isOwn ? ({ all: true } as const) : await forgottenBy(event);
        seq = event.seq;
        if (forgotten !== null) yield { kind: 'forget', seq, forgotten };
      }
      const now = performance.now();
      if (now - checkedAt >= checkMilliseconds) {
        checkedAt = now;
        if ((await verifyClient(presented, 'resource-server')) === null) return;
      }
      if (now - saidAt >= beatMilliseconds) {
        saidAt = now;
        // Silence where the log cannot be read: what is kept elsewhere then ages.
        if (isHearing) yield { kind: 'beat', seq, at: heardAt };
      }
      await mailbox.wait(Math.max(1, saidAt + beatMilliseconds - performance.now()));
    }
  } finally {
    closed();
    mailbox.close();
  }
}

async function forgottenBy(event: DeskEvent): Promise<Forgotten | null> {
  const reach = reachOf(event);
  if (reach === 'token') return { token: event.subjectId };
  if (reach === 'owner') return { owner: event.subjectId };
  if (reach === null) return null;
  // Who asks again right after must be answered by the new catalog.
  if (event.subjectKind === 'service') await catalogOf(event.seq);
  return { all: true };
}

/** The catalog as it is after an event, loaded once however many follow. */
function catalogOf(seq: number): Promise<void> {
  const loading = processWide('catalog-of-event', () => ({ seq: 0, done: Promise.resolve() }));
  if (loading.seq < seq) {
    const done = loadCatalog().catch((error: unknown) => {
      loading.seq = 0;
      throw error;
    });
    Object.assign(loading, { seq, done });
  }
  return loading.done;
}
