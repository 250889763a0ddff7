import Database from 'better-sqlite3';
import type { DeskEvent } from '@/lib/domain/event';
import { databaseFile } from './client';
import { toEvent } from './events';
import type { Event } from './generated/sqlite/client';

/**
 * The event log, read at once: a connection of its own, without promises between, so that a request can ask within
 * microseconds whether any process committed anything. What it throws is a fault of the database.
 */
export interface LogSource {
  /** Another number after every commit of another connection, of this process or of any other. */
  version: () => number;
  latestSeq: () => number;
  /** The events after `seq`, in rising order, at most `limit`. */
  eventsAfter: (seq: number, limit: number) => DeskEvent[];
  close: () => void;
}

// Nothing waits for a lock here: who asks stands on the hot path and asks the tables instead.
const lockMilliseconds = 20;

/** Opens the log of this desk's database for reading. Throws when there is no database. */
export function openLogSource(): LogSource {
  const database = new Database(databaseFile(), {
    readonly: true,
    fileMustExist: true,
    timeout: lockMilliseconds,
  });
  const version = database.prepare<[], number>('PRAGMA data_version').pluck();
  const latest = database.prepare<[], number | null>('SELECT max("seq") FROM "Event"').pluck();
  const after = database.prepare<[number, number], Omit<Event, 'at'> & { at: string }>(
    'SELECT * FROM "Event" WHERE "seq" > ? ORDER BY "seq" LIMIT ?',
  );
  return {
    version: () => version.get() ?? 0,
    latestSeq: () => latest.get() ?? 0,
    eventsAfter: (seq, limit) =>
      after.all(seq, limit).map(({ at, ...row }) => toEvent({ ...row, at: new Date(at) })),
    close: () => void database.close(),
  };
}
