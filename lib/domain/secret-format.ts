/**
 * The shape of a secret: `td_pat_` + 43 base62 characters (32 random bytes) + 6 base62 characters of CRC-32 (TOK-1).
 * Shape and checksum refuse junk before any hashing or look-up (TOK-2). Pure: the bytes come from lib/crypto.
 */
export const secretPrefix = 'td_pat_';
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 43;
const checksumLength = 6;
export const secretLength = secretPrefix.length + randomLength + checksumLength;
const shape = /^td_pat_[0-9A-Za-z]{49}$/;

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 (IEEE) of an ASCII text, as an unsigned integer. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function base62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = alphabet.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text;
}

/** The secret made of 32 random bytes. */
export function formatSecret(bytes: Uint8Array): string {
  if (bytes.length !== 32) throw new RangeError('A secret is made of 32 bytes.');
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  const body = secretPrefix + base62(value, randomLength);
  return body + base62(BigInt(crc32(body)), checksumLength);
}

/** True when a presented string has the shape and checksum of a secret. Says nothing of whether it lives. */
export function hasSecretShape(presented: string): boolean {
  if (presented.length !== secretLength || !shape.test(presented)) return false;
  const body = presented.slice(0, -checksumLength);
  return presented.endsWith(base62(BigInt(crc32(body)), checksumLength));
}

/** What the desk keeps of a secret to show: the first and last four characters after the prefix. */
export function secretHint(secret: string): { start: string; end: string } {
  return { start: secret.slice(secretPrefix.length, secretPrefix.length + 4), end: secret.slice(-4) };
}

/** `td_pat_7HqV…oC6d`. */
export function formatHint(hint: { start: string; end: string }): string {
  return `${secretPrefix}${hint.start}…${hint.end}`;
}
