import { expect, test } from 'vitest';
import type { Resolution } from './resolution';
import { RateBuckets } from './rate-buckets';
import { TokenCache } from './token-cache';

type Live = Extract<Resolution, { isActive: true }>;

const live = (tokenId: string, overrides: Partial<Live> = {}): Live => ({
  ...{
    isActive: true,
    tokenId,
    ownerId: 'owner',
    ownerEmail: 'ada@example.org',
    grants: { global: ['a.b.C'] },
  },
  ...{ addresses: [], notBefore: null, requestsPerMinute: null, mayUseInUrls: true, expiresAt: null, seq: 1 },
  ...overrides,
});
const digest = (number: number, rest = 0) => Int32Array.of(number, rest, 0, 0, 0, 0, 0, number);

function keep(cache: TokenCache, number: number, found = live(`token-${number}`)): void {
  cache.keep(cache.entryOf(digest(number), found, 0), cache.age);
}

test('REL-11 the number of tokens is bounded, and who is asked for stays', () => {
  const cache = new TokenCache(100);
  for (let number = 0; number < 1_000; number += 1) {
    keep(cache, number);
    expect(cache.find(digest(0))?.token.id).toBe('token-0');
  }
  expect(cache.sizes.tokens).toBe(100);
  expect(cache.find(digest(1))).toBeUndefined();
});

test('REL-11 the bytes of grants are bounded, and equal grants are one object', () => {
  const cache = new TokenCache(10_000);
  const many = (word: string) => ({
    global: Array.from({ length: 10_000 }, (_, index) => `shop.orders.${word}${index}`),
  });
  for (let number = 0; number < 100; number += 1)
    keep(cache, number, live(`token-${number}`, { grants: many('alike') }));
  expect(cache.sizes.tokens).toBe(100);
  expect(cache.find(digest(1))?.grants).toBe(cache.find(digest(99))?.grants);
  for (let number = 100; number < 200; number += 1)
    keep(cache, number, live(`token-${number}`, { grants: many(`x${number}`) }));
  expect(cache.sizes.tokens).toBeLessThan(150);
  expect(cache.sizes.tokens).toBeGreaterThan(5);
});

test('REL-11 refusals are bounded, end by themselves, and are forgotten with anything', () => {
  const cache = new TokenCache(10);
  for (let number = 0; number < 20_000; number += 1) cache.refuse(digest(number), 1_000, cache.epoch);
  expect(cache.sizes.refused).toBe(10_000);
  expect(cache.isRefused(digest(19_999), 999)).toBe(true);
  expect(cache.isRefused(digest(19_999), 1_000)).toBe(false);
  // The same first word is not the same secret.
  expect(cache.isRefused(digest(19_999, 1), 999)).toBe(false);
  cache.forget({ token: 'some other' });
  expect(cache.isRefused(digest(19_999), 999)).toBe(false);
});

test('law 5 what is told to be forgotten is gone: of a token with its stand-ins, of a person, or all', () => {
  const cache = new TokenCache(10);
  keep(cache, 1, live('token'));
  keep(cache, 2, live('token'));
  keep(cache, 3, live('other', { ownerId: 'somebody' }));
  keep(cache, 4, live('third'));
  cache.forget({ token: 'token' });
  expect([1, 2, 3, 4].map((number) => cache.find(digest(number)) !== undefined)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  cache.forget({ owner: 'owner' });
  expect([3, 4].map((number) => cache.find(digest(number)) !== undefined)).toEqual([true, false]);
  cache.forget({ all: true });
  expect(cache.sizes.tokens).toBe(0);
});

test('two secrets whose digests begin alike are two', () => {
  const cache = new TokenCache(10);
  keep(cache, 1, live('one'));
  cache.keep(cache.entryOf(digest(1, 7), live('other'), 0), cache.age);
  expect(cache.find(digest(1, 7))?.token.id).toBe('other');
  expect(cache.find(digest(1))).toBeUndefined();
});

test('REL-3 what was asked for before all was forgotten is not kept', () => {
  const cache = new TokenCache(10);
  const { age, epoch } = cache;
  cache.forget({ all: true });
  cache.keep(cache.entryOf(digest(1), live('old'), 0), age);
  cache.refuse(digest(2), 1_000, epoch);
  expect(cache.sizes).toEqual({ tokens: 0, refused: 0 });
});

test('INT-9 a range that cannot be read is not "anywhere"', () => {
  const cache = new TokenCache(10);
  expect(() => cache.entryOf(digest(1), live('one', { addresses: ['everywhere'] }), 0)).toThrow(TypeError);
});

test('API-8 a token passes as often as its own limit says, and comes back in time', () => {
  const rates = new RateBuckets();
  const admitted = (now: number) => rates.take('token', 5, now) === 0;
  expect(Array.from({ length: 7 }, () => admitted(1_000))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(rates.take('token', 5, 1_000)).toBe(12);
  expect(rates.take('other', 5, 1_000)).toBe(0);
  expect(admitted(13_000)).toBe(true);
  expect(admitted(13_000)).toBe(false);
});
