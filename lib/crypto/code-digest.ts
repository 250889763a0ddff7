import { createHash } from 'node:crypto';
import { isSameDigest } from './secret';

/** SHA-256 of a one-time code, however it was typed: capitals, spaces and hyphens do not matter. 99 bits need no pepper. */
export function digestCode(code: string): string {
  const typed = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`setup:${typed}`).digest('base64url');
}

/** Compares a presented code with a stored digest, in constant time. */
export function isCode(presented: string, digest: string): boolean {
  return isSameDigest(digestCode(presented), digest);
}
