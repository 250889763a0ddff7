import { LRUCache } from 'lru-cache';
import { processWide } from '@/lib/domain/process-wide';
import { takeOne, type RateRule, type RateTake } from '@/lib/domain/rate-limit';

const maxBuckets = 100_000;

/**
 * Takes one request from the bucket of a key. Bounded for each kind of key by itself: who was not seen for longest begins
 * anew, and a flood of addresses drives no token out.
 */
export function takeFromBucket(rule: RateRule, key: string): RateTake {
  const buckets = processWide(
    `rate-buckets-${rule.name}`,
    () => new LRUCache<string, number>({ max: maxBuckets }),
  );
  const take = takeOne(rule, buckets.get(key) ?? 0, performance.now());
  buckets.set(key, take.fullAt);
  return take;
}
