import type { Call } from '@/lib/domain/call';
import type { DeskEvent, EventDraft } from '@/lib/domain/event';
import { writing } from './client';
import { publishEvents } from './event-feed';
import { appendEvents } from './events';
import type { Prisma } from './generated/sqlite/client';

/** What repositories write with. Opaque outside lib/db. */
export type Transaction = Prisma.TransactionClient;

/**
 * Appends one event, or many in order, to the log within the transaction; the call says who, when and from where (AUD-4).
 * `origin` stands in for the call where the event is of an earlier request that was written behind.
 */
export type RecordEvent = (
  drafts: EventDraft | readonly EventDraft[],
  origin?: Call,
) => Promise<readonly DeskEvent[]>;

/**
 * Runs a change and its events in one transaction: no event, no change (law 4, AUD-1). Events are published to the feed
 * only after the commit. Writers queue: SQLite has one.
 */
export async function transaction<T>(
  call: Call,
  change: (tx: Transaction, record: RecordEvent) => Promise<T>,
): Promise<T> {
  const events: DeskEvent[] = [];
  const client = await writing();
  const result = await client.$transaction(async (tx) => {
    await beginWriting(tx);
    return change(tx, async (drafts, origin = call) => {
      const appended = await appendEvents(tx, origin, [drafts].flat());
      for (const event of appended) events.push(event);
      return appended;
    });
  });
  publishEvents(events);
  return result;
}

/**
 * SQLite begins a transaction as a reader, and refuses its first write at once when another process (the terminal, the gate)
 * has written since its first read. Changing nothing makes it the writer before it reads: then it waits its turn.
 */
async function beginWriting(tx: Transaction): Promise<void> {
  await tx.$executeRaw`UPDATE "Setting" SET "value" = "value" WHERE FALSE`;
}
