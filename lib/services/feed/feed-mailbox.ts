import { onEvent, onUse, type UseNotice } from '@/lib/db/event-feed';
import type { DeskEvent } from '@/lib/domain/event';

/** What one reader of the feed has not read yet. Bounded: a reader that is too slow is sent back to the table. */
export class FeedMailbox {
  private events: DeskEvent[] = [];
  private uses: UseNotice[] = [];
  private wake: (() => void) | null = null;
  private readonly leave: (() => void)[];
  /** True when events were dropped: what comes next has to be read from the table. */
  isBehind = false;

  constructor(
    private readonly maxWaiting: number,
    ownerId: string,
    private readonly signal: AbortSignal,
  ) {
    this.leave = [
      onEvent((event) => this.put(event)),
      onUse((use) => {
        if (use.ownerId !== ownerId || this.uses.length >= this.maxWaiting) return;
        this.uses.push(use);
        this.wake?.();
      }),
    ];
    signal.addEventListener('abort', this.onAbort);
  }

  /** The events that wait, in the order of their commits; empties the box. */
  takeEvents(): DeskEvent[] {
    const { events } = this;
    this.events = [];
    this.isBehind = false;
    return events;
  }

  takeUses(): UseNotice[] {
    const { uses } = this;
    this.uses = [];
    return uses;
  }

  /** Waits until something came in, the reader went away, or the time is over. */
  async wait(milliseconds: number): Promise<void> {
    if (this.events.length > 0 || this.uses.length > 0 || this.isBehind || this.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = null;
  }

  close(): void {
    for (const leave of this.leave) leave();
    this.signal.removeEventListener('abort', this.onAbort);
    this.takeEvents();
  }

  private readonly onAbort = () => this.wake?.();

  private put(event: DeskEvent): void {
    if (this.events.length >= this.maxWaiting) {
      this.events = [];
      this.isBehind = true;
    }
    if (!this.isBehind) this.events.push(event);
    this.wake?.();
  }
}
