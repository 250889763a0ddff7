import { createHmac } from 'node:crypto';
import { processWide } from '@/lib/domain/process-wide';
import { env } from '@/lib/env';
import { readKeyFile } from './key-file';
import { passwordPool, type PasswordLane } from './password-pool';

/** The format of stored hashes: `<version>:<bcrypt>`, where version 1 is bcrypt(base64(HMAC-SHA-384(password, pepper))) (PWD-3). */
const version = 'v1';

/** What an unknown account is compared with, at the cost of the day, so that it takes as long as a known one (PWD-6). */
const dummySalt = 'Cg0X0RJoCqRkCk6q0s5h4u';
const dummyDigest = 'HXEoQQ1v9rEJlNzX8U7kq9m2cJ0c1dC';

function pepper(): Buffer {
  return processWide('password-pepper', () => Buffer.from(readKeyFile().passwordPepper, 'base64'));
}

/** bcrypt cuts at 72 bytes and at NUL; 64 characters of base64 carry the whole password (PWD-2). */
function preHash(password: string): string {
  return createHmac('sha384', pepper()).update(password.normalize('NFC'), 'utf8').digest('base64');
}

/** Hashes a password off the main thread. Throws DeskError `overloaded` when too many wait (PWD-4). */
export async function hashPassword(password: string): Promise<string> {
  const work = { kind: 'hash', input: preHash(password), cost: env().passwordCost } as const;
  const hash = await passwordPool().run(work, 'proof');
  if (typeof hash !== 'string') throw new Error('The password worker answered no hash.');
  return `${version}:${hash}`;
}

/**
 * Compares a presented password with a stored hash, off the main thread; `null` stands for an account that does not
 * exist: the same work is done and the answer is false. Throws DeskError `overloaded`.
 */
export async function isPassword(
  presented: string,
  stored: string | null,
  lane: PasswordLane,
): Promise<boolean> {
  const hash =
    stored === null || !stored.startsWith(`${version}:`) ? dummyHash() : stored.slice(version.length + 1);
  const isSame = await passwordPool().run({ kind: 'compare', input: preHash(presented), hash }, lane);
  return isSame === true && stored !== null;
}

/** True when a stored hash is of an older version or a lower cost than today's: made anew at the next sign-in (PWD-3). */
export function needsRehash(stored: string): boolean {
  const match = /^v1:\$2[aby]\$(\d\d)\$/.exec(stored);
  return match === null || Number(match[1]) < env().passwordCost;
}

function dummyHash(): string {
  return `$2b$${String(env().passwordCost).padStart(2, '0')}$${dummySalt}${dummyDigest}`;
}
