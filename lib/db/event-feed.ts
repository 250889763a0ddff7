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

type EventListener = (event: DeskEvent) => void;
type UseListener = (use: UseNotice) => void;

/** Listeners of this process. The message is a hint; the row is the truth. */
function listeners(): { events: Set<EventListener>; uses: Set<UseListener> } {
  return processWide('event-feed', () => ({
    events: new Set<EventListener>(),
    uses: new Set<UseListener>(),
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

/** Tells the listeners of committed events. Only transaction.ts calls it. */
export function publishEvents(events: readonly DeskEvent[]): void {
  for (const event of events) for (const listener of [...listeners().events]) listener(event);
}

/** Tells the listeners of uses. Only the last-used repository calls it. */
export function publishUses(uses: readonly UseNotice[]): void {
  for (const use of uses) for (const listener of [...listeners().uses]) listener(use);
}
