import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { readKeyFile } from './key-file';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * A key for one purpose and one holder, by HKDF from the server's key file and `parts`. Whoever has the database but not
 * the key file cannot make it, nor can the server alone where a part is known to the caller only.
 */
export function deriveKey(purpose: string, parts: readonly string[] = []): KeyObject {
  const secret = Buffer.from(readKeyFile().passwordPepper, 'base64');
  const info = JSON.stringify([purpose, ...parts]);
  // HKDF takes at most 1,024 bytes of info; a digest of it is as good.
  const bound = createHmac('sha256', 'tokendesk').update(info).digest();
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'tokendesk', bound, 32)));
}

/** HMAC-SHA-256 of a text under a derived key, base64url: says that two texts are equal, and nothing else. */
export function keyedDigest(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** AES-256-GCM: nonce, tag and ciphertext as base64url. `bound` is not hidden, but must be the same when it is opened. */
export function seal(key: KeyObject, text: string, bound: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
}

/** The text that was sealed; null under another key, with another `bound`, or when a bit was changed. */
export function unseal(key: KeyObject, sealed: string, bound: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(bound))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return null;
  }
}
