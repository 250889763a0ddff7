import { createSecretKey, randomFillSync } from 'node:crypto';
import { crc32 as referenceCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatSecret, hasSecretShape } from '@/lib/domain/secret-format';
import { digestSecret, isSameDigest, newSecret } from './secret';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A checksum of six base62 digits, worked out by another hand. */
function referenceChecksum(body: string): string {
  let rest = referenceCrc32(body);
  let text = '';
  for (let index = 0; index < 6; index += 1) {
    text = (digits[rest % 62] ?? '') + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

describe('newSecret', () => {
  it('TOK-1 is made of fresh random bytes each time', () => {
    expect(new Set(Array.from({ length: 5_000 }, newSecret)).size).toBe(5_000);
  });

  it('TOK-1 a million secrets are unique, well formed, rightly summed and even', { timeout: 180_000 }, () => {
    const amount = 1_000_000;
    const pool = new Uint8Array(32 * 2_000);
    const seen = new Set<string>();
    const counts = new Float64Array(128);
    let wrong = 0;
    for (let index = 0; index < amount; index += 1) {
      const offset = (index % 2_000) * 32;
      if (offset === 0) randomFillSync(pool);
      const secret = formatSecret(pool.subarray(offset, offset + 32));
      seen.add(secret);
      if (!hasSecretShape(secret)) wrong += 1;
      // One digit of each, never the first: that one is not even, because 62^43 is a little more than 2^256.
      const digit = secret.charCodeAt(8 + (index % 42));
      counts[digit] = (counts[digit] ?? 0) + 1;
      if (index % 100 === 0 && referenceChecksum(secret.slice(0, -6)) !== secret.slice(-6)) wrong += 1;
    }
    expect(wrong).toBe(0);
    expect(seen.size).toBe(amount);
    const expected = amount / 62;
    let chiSquare = 0;
    for (const digit of digits) chiSquare += ((counts[digit.charCodeAt(0)] ?? 0) - expected) ** 2 / expected;
    // 61 degrees of freedom: 152 is passed by chance once in a thousand million runs.
    expect(chiSquare).toBeLessThan(152);
  });
});

describe('digestSecret', () => {
  it('TOK-3 depends on the pepper, so that a stolen database alone checks no guess', () => {
    const secret = newSecret();
    const [one, other] = [createSecretKey(Buffer.alloc(32, 1)), createSecretKey(Buffer.alloc(32, 2))];
    expect(digestSecret(secret, { id: 'k1', key: one })).not.toBe(
      digestSecret(secret, { id: 'k1', key: other }),
    );
    expect(digestSecret(secret, { id: 'k1', key: one })).toBe(digestSecret(secret, { id: 'k2', key: one }));
  });

  it('compares digests whole, of any length', () => {
    expect(isSameDigest('abc', 'abc')).toBe(true);
    expect(isSameDigest('abc', 'abd')).toBe(false);
    expect(isSameDigest('abc', 'abcd')).toBe(false);
  });
});
