import { findEvents, latestEventSeq } from '@/lib/db/events';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { DeskEvent } from '@/lib/domain/event';
import type { FeedChange, FeedUse } from '@/lib/domain/feed-message';
import { countStream } from '@/lib/services/metrics/counters';
import { FeedMailbox } from './feed-mailbox';
import { concernsReader, feedViewer, mayStillRead } from './feed-viewer';

/**
 * What a reader of the feed gets. `seq` is where to resume after it. `resync`: too much was missed, read again what is
 * shown. `beat`: nothing to say, still there.
 */
export type FeedItem =
  | { kind: 'change'; seq: number; change: FeedChange }
  | { kind: 'use'; use: FeedUse }
  | { kind: 'resync'; seq: number }
  | { kind: 'beat'; seq: number };

export interface FeedOptions {
  /** The last event the reader has seen; null for a reader that has just drawn its page. */
  after: number | null;
  /** Ends the subscription. */
  signal: AbortSignal;
  /** How often the session is looked at when no event calls for it. */
  checkMilliseconds?: number;
  beatMilliseconds?: number;
  /** How many events may be missed, or wait for a slow reader, before it is told to resync. */
  maxMissed?: number;
}

/** A page that was just drawn may have missed what happened while it was drawn. */
const drawingMilliseconds = 5_000;

/**
 * The events a person may see, as they are committed, with the uses of their tokens: from `after` on without gap or double,
 * then live, until the session dies or `signal` aborts. The message is a hint, the row is the truth: whenever a number is
 * missing, the table is read.
 */
export async function* subscribeEvents(
  call: Call,
  options: FeedOptions,
): AsyncGenerator<FeedItem, void, void> {
  const { actor } = call;
  if (actor.kind !== 'person')
    throw new DeskError('permission_denied', 'The feed is for people who are signed in.');
  const { signal, checkMilliseconds = 5_000, beatMilliseconds = 15_000, maxMissed = 1_000 } = options;
  const mailbox = new FeedMailbox(maxMissed, actor.personId, signal);
  const closed = countStream('pages');
  try {
    let isVisible = await feedViewer(actor);
    let seq = options.after ?? (await seqBefore(call.now));
    mailbox.isBehind = true;
    let checkedAt = performance.now();
    let saidAt = checkedAt;
    yield { kind: 'beat', seq };
    while (!signal.aborted) {
      const events = await nextEvents(mailbox, seq, maxMissed);
      if (events === null) {
        seq = await latestEventSeq();
        saidAt = performance.now();
        yield { kind: 'resync', seq };
        continue;
      }
      for (const event of events) {
        seq = event.seq;
        if (concernsReader(event, actor)) {
          if (!(await mayStillRead(actor, new Date()))) return;
          isVisible = await feedViewer(actor);
        }
        if (!isVisible(event)) continue;
        saidAt = performance.now();
        yield { kind: 'change', seq, change: toChange(event) };
      }
      for (const { tokenId, at, address, userAgent } of mailbox.takeUses()) {
        yield { kind: 'use', use: { tokenId, at: at.toISOString(), address, userAgent } };
      }
      const now = performance.now();
      if (now - checkedAt >= checkMilliseconds) {
        checkedAt = now;
        if (!(await mayStillRead(actor, new Date()))) return;
      }
      if (now - saidAt >= beatMilliseconds) {
        saidAt = now;
        yield { kind: 'beat', seq };
      }
      await mailbox.wait(Math.min(checkMilliseconds, beatMilliseconds));
    }
  } finally {
    closed();
    mailbox.close();
  }
}

/** What follows `seq`, each number once; null when it is more than a reader should be made to replay. */
export async function nextEvents(
  mailbox: FeedMailbox,
  seq: number,
  maxMissed: number,
): Promise<DeskEvent[] | null> {
  const { isBehind } = mailbox;
  const waiting = mailbox.takeEvents().filter((event) => event.seq > seq);
  const hasGap = waiting.some((event, index) => event.seq !== (waiting[index - 1]?.seq ?? seq) + 1);
  if (!isBehind && !hasGap) return waiting;
  const missed = await findEvents({ after: seq }, maxMissed + 1, 'oldest');
  return missed.length > maxMissed ? null : missed;
}

/** The number before the first event of the last moments. */
async function seqBefore(now: Date): Promise<number> {
  const [first] = await findEvents({ since: new Date(now.getTime() - drawingMilliseconds) }, 1, 'oldest');
  return first === undefined ? latestEventSeq() : first.seq - 1;
}

function toChange(event: DeskEvent): FeedChange {
  const { seq, action, outcome, subjectKind, subjectId, context } = event;
  return {
    seq,
    action,
    outcome,
    subjectKind,
    subjectId,
    context,
    actorName: event.actor.name,
    at: event.at.toISOString(),
  };
}
