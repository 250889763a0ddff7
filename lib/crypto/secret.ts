import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { processWide } from '@/lib/domain/process-wide';
import { formatSecret, type SecretKind } from '@/lib/domain/secret-format';
import type { Pepper } from './key-ring';

/** A new secret: 256 random bits in the shape of TOK-1. The only place where one is made. */
export function newSecret(kind: SecretKind = 'personal'): string {
  return formatSecret(randomBytes(32), kind);
}

/** HMAC-SHA-256 of a secret under a pepper, base64url: what is stored (TOK-3). */
export function digestSecret(secret: string, pepper: Pepper): string {
  return createHmac('sha256', pepper.key).update(secret).digest('base64url');
}

/**
 * A name for a secret that this process alone can make, at a fifth of the cost of its digest: for finding in memory what is
 * known of it. It is keyed by random bytes that never leave the process, so that nothing can be looked up by it elsewhere.
 */
export function memoryName(secret: string): string {
  const key = processWide('memory-name-key', () => randomBytes(32).toString('base64url'));
  return hash('sha256', key + secret, 'base64url');
}

/** Compares two digests in constant time (TOK-5). */
export function isSameDigest(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
