import type { DeskEvent } from '@/lib/domain/event';
import { processWide } from '@/lib/domain/process-wide';

/** A use that was written behind: not an event, but open pages show it. */
export interface UseNotice {
  tokenId: string;
  ownerId: string;
  at: Date;
  address: string;
  userAgent: string;
}

/** `isForeign`: another process committed it, and it was read in the log. */
type EventListener = (event: DeskEvent, isForeign: boolean) => void;
type UseListener = (use: UseNotice) => void;

interface Feed {
  events: Set<EventListener>;
  uses: Set<UseListener>;
  /** Up to which number the log was followed; null while nobody follows it. */
  followedTo: number | null;
  /** Own events that were told before the log was read so far. */
  ahead: Set<number>;
}

/** Listeners of this process. The message is a hint; the row is the truth. */
function listeners(): Feed {
  return processWide('event-feed', () => ({
    events: new Set<EventListener>(),
    uses: new Set<UseListener>(),
    followedTo: null,
    ahead: new Set<number>(),
  }));
}

/** Calls `listener` for every committed event, in order, until the returned function is called. */
export function onEvent(listener: EventListener): () => void {
  listeners().events.add(listener);
  return () => listeners().events.delete(listener);
}

/** Calls `listener` for every use written behind, until the returned function is called. */
export function onUse(listener: UseListener): () => void {
  listeners().uses.add(listener);
  return () => listeners().uses.delete(listener);
}

/** Tells the listeners of events that this process committed, unless it read them in the log already. Only transaction.ts calls it. */
export function publishEvents(events: readonly DeskEvent[]): void {
  const feed = listeners();
  for (const event of events) {
    if (feed.followedTo !== null) {
      if (event.seq <= feed.followedTo) continue;
      feed.ahead.add(event.seq);
    }
    tell(feed, event, false);
  }
}

/**
 * Tells the listeners of what was read in the log, in rising order, each number once per process: what this process
 * committed and told itself is passed over. Only follow-log.ts calls it.
 */
export function publishFollowed(events: readonly DeskEvent[]): void {
  const feed = listeners();
  for (const event of events) {
    if (!feed.ahead.delete(event.seq)) tell(feed, event, true);
    feed.followedTo = event.seq;
  }
}

/** From which number on the log is followed; null: from now on it is not. */
export function followFrom(seq: number | null): void {
  const feed = listeners();
  feed.followedTo = seq;
  feed.ahead.clear();
}

function tell(feed: Feed, event: DeskEvent, isForeign: boolean): void {
  for (const listener of [...feed.events]) listener(event, isForeign);
}

/** Tells the listeners of uses. Only the last-used repository calls it. */
export function publishUses(uses: readonly UseNotice[]): void {
  for (const use of uses) for (const listener of [...listeners().uses]) listener(use);
}
