import { onEvent } from '@/lib/db/event-feed';
import { latestEventSeq } from '@/lib/db/events';
import { processWide } from '@/lib/domain/process-wide';
import { followedSeq, isFollowing } from '@/lib/services/feed/follow-log';
import { watchedCache } from '@/lib/services/tokens/watched-cache';

interface Applied {
  seq: number;
  /** Told here, while an earlier number of another process is still to come. */
  ahead: Set<number>;
}

/**
 * The number of the log up to which the answers of this process are right: whatever is read after it was asked for knows
 * of all events up to there. Rises only.
 */
export async function appliedSeq(): Promise<number> {
  const applied = await processWide('applied-seq', begin);
  isFollowing();
  const followed = followedSeq();
  if (followed > applied.seq) applied.seq = followed;
  for (const seq of applied.ahead) if (seq <= applied.seq) applied.ahead.delete(seq);
  while (applied.ahead.delete(applied.seq + 1)) applied.seq += 1;
  return applied.seq;
}

/** From the end of the log, with nothing remembered from before it. */
async function begin(): Promise<Applied> {
  const applied: Applied = { seq: 0, ahead: new Set() };
  const cache = watchedCache();
  // After the cache's own listener: what is counted as applied was forgotten before.
  onEvent(({ seq }) => {
    // Where nobody follows the log, this process is the only one that writes it.
    if (followedSeq() === 0) applied.seq = Math.max(applied.seq, seq);
    else applied.ahead.add(seq);
  });
  const seq = await latestEventSeq();
  cache.forgetAll();
  applied.seq = Math.max(applied.seq, seq);
  return applied;
}
