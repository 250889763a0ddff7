import { createHash } from 'node:crypto';

/** SHA-256 of a file's content, in hex: what an upload is checked against. */
export function fileDigest(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
