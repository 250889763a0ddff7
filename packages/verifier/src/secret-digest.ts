// SHA-256 of one block, synchronous, without an API of any runtime: WebCrypto answers later and costs ten times as much.
const blockWords = 16;
const rounds = 64;
const initial = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);
const constants = roundConstants();
/** The message schedule: the block, and what follows from it. */
const schedule = new Int32Array(rounds);
const maxCharacters = 55;

/** The words of a digest. */
export const digestWords = 8;

/**
 * Writes SHA-256 of the first `length` characters of an ASCII text into `digest`. At most 55: a secret without its
 * checksum, which follows from the rest, so that two secrets have one digest only if they are one.
 */
export function digestSecret(text: string, length: number, digest: Int32Array): void {
  if (length > maxCharacters) throw new RangeError('One block holds 55 characters.');
  readBlock(text, length);
  compress(digest);
}

/** The text as the first words of the schedule, padded (FIPS 180-4, 5.1.1). */
function readBlock(text: string, length: number): void {
  const whole = length >> 2;
  let at = 0;
  for (let word = 0; word < whole; word += 1, at += 4)
    schedule[word] =
      (text.charCodeAt(at) << 24) |
      (text.charCodeAt(at + 1) << 16) |
      (text.charCodeAt(at + 2) << 8) |
      text.charCodeAt(at + 3);
  let last = 0x80 << (24 - ((length & 3) << 3));
  for (; at < length; at += 1) last |= text.charCodeAt(at) << (24 - ((at & 3) << 3));
  schedule[whole] = last;
  schedule.fill(0, whole + 1, blockWords - 1);
  schedule[blockWords - 1] = length * 8;
}

/**
 * The schedule, then the 64 rounds over it (FIPS 180-4, 6.2). `| 0` after each sum keeps the engine in 32-bit numbers: that
 * is a third of the time.
 */
function compress(digest: Int32Array): void {
  for (let at = blockWords; at < rounds; at += 1) {
    const x = schedule[at - 15] ?? 0;
    const y = schedule[at - 2] ?? 0;
    const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    const left = ((schedule[at - 16] ?? 0) + small0) | 0;
    schedule[at] = (left + (((schedule[at - 7] ?? 0) + small1) | 0)) | 0;
  }
  let a = initial[0] ?? 0;
  let b = initial[1] ?? 0;
  let c = initial[2] ?? 0;
  let d = initial[3] ?? 0;
  let e = initial[4] ?? 0;
  let f = initial[5] ?? 0;
  let g = initial[6] ?? 0;
  let h = initial[7] ?? 0;
  for (let round = 0; round < rounds; round += 1) {
    const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = ((g ^ (e & (f ^ g))) + (constants[round] ?? 0)) | 0;
    const one = (((((h + big1) | 0) + choice) | 0) + (schedule[round] ?? 0)) | 0;
    const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (big0 + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  digest[0] = (initial[0] ?? 0) + a;
  digest[1] = (initial[1] ?? 0) + b;
  digest[2] = (initial[2] ?? 0) + c;
  digest[3] = (initial[3] ?? 0) + d;
  digest[4] = (initial[4] ?? 0) + e;
  digest[5] = (initial[5] ?? 0) + f;
  digest[6] = (initial[6] ?? 0) + g;
  digest[7] = (initial[7] ?? 0) + h;
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
function roundConstants(): Int32Array {
  const primes: number[] = [];
  for (let number = 2; primes.length < rounds; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return Int32Array.from(primes, (prime) => (Math.cbrt(prime) % 1) * 2 ** 32);
}

/** True when two digests are one. */
export function isSameDigest(one: Int32Array, other: Int32Array): boolean {
  for (let index = 0; index < digestWords; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
