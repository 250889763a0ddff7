import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSecret, secretKind, type SecretKind } from '@/lib/domain/secret-format';
import { digestSecret, digestWords, isSameDigest } from './secret-digest';
import { bodyLength, isCredentialShaped, isTokenShaped } from './secret-shape';

const kinds: SecretKind[] = ['personal', 'access', 'session', 'gateway', 'resource-server'];
const secret = fc
  .tuple(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.constantFrom(...kinds))
  .map(([bytes, kind]) => formatSecret(bytes, kind));
const damaged = fc
  .tuple(secret, fc.nat(55), fc.string({ minLength: 0, maxLength: 2, unit: 'binary' }))
  .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1));

test('TOK-2 the copy of the shape and checksum says what the desk says, of whole and of damaged secrets', () => {
  fc.assert(
    fc.property(fc.oneof(secret, damaged, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
      const kind = secretKind(text);
      expect(isTokenShaped(text)).toBe(kind === 'personal' || kind === 'access');
      expect(isCredentialShaped(text)).toBe(kind === 'resource-server');
    }),
    { numRuns: 3_000 },
  );
});

test('the digest is SHA-256, whatever was digested before', () => {
  const digest = new Int32Array(digestWords);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 80 }), fc.nat(55), (text, wanted) => {
      const length = Math.min(wanted, text.length);
      digestSecret(text, length, digest);
      const expected = createHash('sha256').update(text.slice(0, length)).digest();
      const words = Int32Array.from({ length: digestWords }, (_, index) => expected.readInt32BE(index * 4));
      expect(isSameDigest(digest, words)).toBe(true);
      words[length % digestWords] = (words[length % digestWords] ?? 0) ^ 1;
      expect(isSameDigest(digest, words)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
  expect(() => digestSecret('x'.repeat(56), 56, digest)).toThrow(RangeError);
});

test('TOK-3 two secrets have one digest only if they are one: the checksum, which is left out, follows from the rest', () => {
  fc.assert(
    fc.property(secret, (text) => {
      const others = Array.from({ length: 62 }, (_, index) => text.slice(0, -1) + alphabet.charAt(index));
      const alike = others.filter(
        (each) => each.slice(0, bodyLength) === text.slice(0, bodyLength) && secretKind(each) !== null,
      );
      expect(alike).toEqual([text]);
    }),
    { numRuns: 100 },
  );
});
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
