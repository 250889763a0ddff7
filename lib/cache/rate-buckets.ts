import { LRUCache } from 'lru-cache';
import { processWide } from '@/lib/domain/process-wide';
import { takeOne, type RateRule, type RateTake } from '@/lib/domain/rate-limit';

const maxBuckets = 100_000;

/** Takes one request from the bucket of a key. Bounded: who was not seen for longest begins anew. */
export function takeFromBucket(rule: RateRule, key: string): RateTake {
  const buckets = processWide('rate-buckets', () => new LRUCache<string, number>({ max: maxBuckets }));
  const name = `${rule.name} ${key}`;
  const take = takeOne(rule, buckets.get(name) ?? 0, performance.now());
  buckets.set(name, take.fullAt);
  return take;
}
