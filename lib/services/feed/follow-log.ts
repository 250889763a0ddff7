import { followFrom, publishFollowed } from '@/lib/db/event-feed';
import { openLogSource, type LogSource } from '@/lib/db/log-source';
import { processWide } from '@/lib/domain/process-wide';
import { reportFault } from '@/lib/services/audit/report-fault';

/** Times of the bus. The first three are what a revocation costs on another node; see docs/decisions. */
const tickMilliseconds = 50;
const freshMilliseconds = 5;
const graceMilliseconds = 5_000;
const retryMilliseconds = 20;
const rowsAtOnce = 500;
/** More missed events than this are not read within a request: until the clock has read them, the tables are asked. */
const rowsWithinRequest = 2_000;

interface Follower {
  open: () => LogSource;
  source: LogSource | null;
  version: number | null;
  seq: number;
  /** When the log was last known to be read to its end; like all times here of the clock that only rises. */
  followedAt: number;
  failedAt: number;
  isReading: boolean;
  isCut: boolean;
  clock: NodeJS.Timeout;
}

function slot(): { follower: Follower | null } {
  return processWide('log-follower', () => ({ follower: null }));
}

/**
 * Follows the event log of the database: what other processes commit is told to the listeners of this one, in order, each
 * number once (REL-2). Begins at the end of the log, so it is started before anything is kept in memory. Throws when the
 * log cannot be read at the start. `open` is for tests.
 */
export function startFollowing(open: () => LogSource = openLogSource): void {
  const place = slot();
  if (place.follower !== null) return;
  const source = open();
  const version = source.version();
  const seq = source.latestSeq();
  followFrom(seq);
  const now = performance.now();
  const clock = setInterval(() => tick(), tickMilliseconds);
  clock.unref();
  place.follower = {
    ...{ open, source, version, seq, clock, followedAt: now },
    ...{ failedAt: Number.NEGATIVE_INFINITY, isReading: false, isCut: false },
  };
}

/** Ends it; from then on this process knows its own changes only, so it comes last in a shutdown. */
export function stopFollowing(): void {
  const place = slot();
  if (place.follower === null) return;
  clearInterval(place.follower.clock);
  place.follower.source?.close();
  place.follower = null;
  followFrom(null);
}

/**
 * True while memory may answer: everything that any process committed until a moment ago was told to the caches. Asks the
 * log itself when the last look is older than some milliseconds, which takes microseconds; so a process that was busy,
 * or stopped and resumed, hears of all that it missed before it answers (REL-3). While the log cannot be read, memory
 * answers for five seconds more (REL-2). True where nobody follows: a test or a tool, alone with its database.
 */
export function isFollowing(): boolean {
  const { follower } = slot();
  if (follower === null) return true;
  const now = performance.now();
  if (now - follower.followedAt <= freshMilliseconds) return true;
  if (now - follower.failedAt > retryMilliseconds && catchUp(follower, now, rowsWithinRequest)) return true;
  return follower.isCut && now - follower.followedAt <= graceMilliseconds;
}

/** Seconds since the log was last known to be read to its end; 0 while nobody follows it. */
export function followedAgo(): number {
  const { follower } = slot();
  return follower === null ? 0 : (performance.now() - follower.followedAt) / 1_000;
}

/** The number up to which this process knows the log; 0 while nobody follows it. */
export function followedSeq(): number {
  return slot().follower?.seq ?? 0;
}

function tick(): void {
  const { follower } = slot();
  if (follower !== null) catchUp(follower, performance.now(), rowsWithinRequest);
}

/** Reads what is new and tells it. True when the end of the log as of `now` was reached. */
function catchUp(follower: Follower, now: number, maxRows: number): boolean {
  // A listener that asks while it is told: the rest is not read yet.
  if (follower.isReading) return false;
  follower.isReading = true;
  try {
    follower.source ??= follower.open();
    const version = follower.source.version();
    if (version !== follower.version) {
      if (!readOn(follower, follower.source, maxRows)) return false;
      follower.version = version;
    }
    follower.followedAt = now;
    follower.isCut = false;
    return true;
  } catch (error) {
    fail(follower, error, now);
    return false;
  } finally {
    follower.isReading = false;
  }
}

function readOn(follower: Follower, source: LogSource, maxRows: number): boolean {
  for (let count = 0; count < maxRows; count += rowsAtOnce) {
    const events = source.eventsAfter(follower.seq, rowsAtOnce);
    publishFollowed(events);
    follower.seq = events.at(-1)?.seq ?? follower.seq;
    if (events.length < rowsAtOnce) return true;
  }
  return false;
}

/** The next try opens the log anew. What is read then is compared with nothing of the former connection. */
function fail(follower: Follower, error: unknown, now: number): void {
  if (!follower.isCut) reportFault(error, 'log-follower');
  follower.isCut = true;
  follower.failedAt = now;
  follower.version = null;
  const { source } = follower;
  follower.source = null;
  try {
    source?.close();
  } catch {
    // It was broken before.
  }
}
