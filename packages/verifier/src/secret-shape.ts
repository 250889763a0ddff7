// What the desk's secrets look like: a prefix, 43 base62 characters, and 6 of CRC-32. A copy, so that this package depends
// on nothing; secret-shape.test.ts holds it to the desk's own.
const prefixes = ['td_pat_', 'td_oat_'];
const clientPrefix = 'td_rsk_';
const prefixLength = 7;
/** Everything but the checksum, which follows from it. */
export const bodyLength = 50;
const secretLength = 56;

const digitValues = new Int8Array(128).fill(-1);
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
for (let value = 0; value < alphabet.length; value += 1) digitValues[alphabet.charCodeAt(value)] = value;

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** True when a string has the shape and checksum of a token's secret. Says nothing of whether it lives. */
export function isTokenShaped(presented: string): boolean {
  return isShaped(presented, prefixes);
}

/** True when a string has the shape and checksum of a resource server's credential. */
export function isCredentialShaped(presented: string): boolean {
  return isShaped(presented, [clientPrefix]);
}

function isShaped(presented: string, accepted: readonly string[]): boolean {
  if (presented.length !== secretLength) return false;
  let isKnown = false;
  for (const prefix of accepted) isKnown ||= presented.startsWith(prefix);
  if (!isKnown) return false;
  let crc = -1;
  for (let index = 0; index < bodyLength; index += 1) {
    const code = presented.charCodeAt(index);
    if (index >= prefixLength && (digitValues[code] ?? -1) < 0) return false;
    crc = (crc >>> 8) ^ (crcTable[(crc ^ code) & 0xff] ?? 0);
  }
  let checksum = 0;
  for (let index = bodyLength; index < secretLength; index += 1) {
    const value = digitValues[presented.charCodeAt(index)] ?? -1;
    if (value < 0) return false;
    checksum = checksum * 62 + value;
  }
  return checksum === (crc ^ -1) >>> 0;
}
