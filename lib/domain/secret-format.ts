/**
 * The shape of a secret: its prefix + 43 base62 characters (32 random bytes) + 6 base62 characters of CRC-32 (TOK-1).
 * Shape and checksum refuse junk before any hashing or look-up (TOK-2). Pure: the bytes come from lib/crypto.
 */
export const secretPrefix = 'td_pat_';

/**
 * What a secret opens: a personal access token, an access token of POST /oauth/token, a session of an API's sign-in, or the
 * desk for a machine that asks about tokens (lib/domain/client.ts).
 */
export type SecretKind = 'personal' | 'access' | 'session' | 'gateway' | 'resource-server';

// All of one length, which the hot path counts on.
const prefixes: Record<SecretKind, string> = {
  personal: secretPrefix,
  access: 'td_oat_',
  session: 'td_ses_',
  gateway: 'td_gwk_',
  'resource-server': 'td_rsk_',
};
const kinds = new Map(Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as SecretKind]));
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 43;
const checksumLength = 6;
export const secretLength = secretPrefix.length + randomLength + checksumLength;

/** How scanners find a secret of any kind in a text: a regular expression. Fewer strings than match it have the checksum. */
export const secretPattern = `td_(?:${Object.values(prefixes)
  .map((prefix) => prefix.slice('td_'.length, -1))
  .join('|')})_[0-9A-Za-z]{${randomLength + checksumLength}}`;

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 (IEEE) of an ASCII text, or of its first `end` characters, as an unsigned integer. */
export function crc32(text: string, end = text.length): number {
  let crc = 0xffffffff;
  for (let index = 0; index < end; index += 1) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

// Eight digits at a time: 62^8 is the largest step whose remainder a double holds exactly with room to spare.
const digitsPerStep = 8;
const step = 62n ** BigInt(digitsPerStep);

/** The last `length` base62 digits of a value, with leading zeros. */
function base62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  while (text.length < length) {
    let part = Number(rest % step);
    rest /= step;
    for (let digit = 0; digit < digitsPerStep; digit += 1) {
      text = alphabet.charAt(part % 62) + text;
      part = Math.floor(part / 62);
    }
  }
  return text.slice(-length);
}

// The hot path's way round: reads instead of writing, without BigInt or new strings.
const digitValues = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) digitValues[alphabet.charCodeAt(value)] = value;

/** True when every character of `text` from `start` on is a base62 digit. */
function areDigits(text: string, start: number): boolean {
  for (let index = start; index < text.length; index += 1) {
    if ((digitValues[text.charCodeAt(index)] ?? -1) < 0) return false;
  }
  return true;
}

/** The base62 number from `start` to the end of `text`, whose characters are digits. Exact for six of them. */
function readBase62(text: string, start: number): number {
  let value = 0;
  for (let index = start; index < text.length; index += 1) {
    value = value * 62 + (digitValues[text.charCodeAt(index)] ?? 0);
  }
  return value;
}

/** The secret made of 32 random bytes. */
export function formatSecret(bytes: Uint8Array, kind: SecretKind = 'personal'): string {
  if (bytes.length !== 32) throw new RangeError('A secret is made of 32 bytes.');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let value = 0n;
  for (let offset = 0; offset < 32; offset += 8) value = (value << 64n) | view.getBigUint64(offset);
  const body = prefixes[kind] + base62(value, randomLength);
  return body + base62(BigInt(crc32(body)), checksumLength);
}

/** True when a presented string has the shape and checksum of a secret. Says nothing of whether it lives. */
export function hasSecretShape(presented: string): boolean {
  return secretKind(presented) !== null;
}

/** What a presented string would open, if it lives; null when it has not the shape and checksum of a secret. */
export function secretKind(presented: string): SecretKind | null {
  if (presented.length !== secretLength) return null;
  const kind = presented.startsWith(secretPrefix)
    ? 'personal'
    : kinds.get(presented.slice(0, secretPrefix.length));
  if (kind === undefined || !areDigits(presented, secretPrefix.length)) return null;
  const bodyLength = secretLength - checksumLength;
  return readBase62(presented, bodyLength) === crc32(presented, bodyLength) ? kind : null;
}

/** What the desk keeps of a secret to show: the first and last four characters after the prefix. */
export function secretHint(secret: string): { start: string; end: string } {
  return { start: secret.slice(secretPrefix.length, secretPrefix.length + 4), end: secret.slice(-4) };
}

/** `td_pat_7HqV…oC6d`. */
export function formatHint(hint: { start: string; end: string }, kind: SecretKind = 'personal'): string {
  return `${prefixes[kind]}${hint.start}…${hint.end}`;
}
