import { randomBytes, randomInt } from 'node:crypto';

/** A public id: 22 URL-safe characters of 128 random bits, unrelated to any secret (TOK-3). */
export function randomId(): string {
  return randomBytes(16).toString('base64url');
}

// Without 0 O 1 I L: a person may have to type it.
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A one-time code of 20 characters (99 bits) in groups of five, such as `7KQ2M-…`. */
export function randomCode(): string {
  const characters = Array.from({ length: 20 }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length)));
  return [0, 5, 10, 15].map((start) => characters.slice(start, start + 5).join('')).join('-');
}
