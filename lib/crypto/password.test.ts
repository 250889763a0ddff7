import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { hashSync } from 'bcryptjs';
import { beforeAll, expect, test, vi } from 'vitest';
import { DeskError } from '@/lib/domain/errors';
import { parseEnv } from '@/lib/env';
import { hashPassword, isPassword, needsRehash } from './password';

// Dear enough to be felt: at the tests' usual cost a hash would be over before the loop could stall.
vi.stubEnv('PASSWORD_COST', '8');

beforeAll(async () => {
  await hashPassword('so that the workers are there');
});

test('PWD-2 two passwords that are equal in their first 72 bytes are two passwords', async () => {
  const beginning = 'violet otter counts seventeen maps and forty harbour lanterns at '.repeat(2);
  const hash = await hashPassword(`${beginning}dawn`);
  expect(await isPassword(`${beginning}dawn`, hash, 'proof')).toBe(true);
  expect(await isPassword(`${beginning}dusk`, hash, 'proof')).toBe(false);
  expect(await isPassword(beginning, hash, 'proof')).toBe(false);
});

test('PWD-2 emoji, 256 bytes and a NUL are compared whole, however the accents were typed', async () => {
  const owls = '🦉'.repeat(64);
  const hash = await hashPassword(owls);
  expect(await isPassword(owls, hash, 'proof')).toBe(true);
  expect(await isPassword('🦉'.repeat(63), hash, 'proof')).toBe(false);
  const withNul = await hashPassword('before the end\u0000after the end');
  expect(await isPassword('before the end\u0000', withNul, 'proof')).toBe(false);
  const composed = await hashPassword('caf\u00e9 caf\u00e9 caf\u00e9 x');
  expect(await isPassword('cafe\u0301 cafe\u0301 cafe\u0301 x', composed, 'proof')).toBe(true);
});

test('PWD-3 a hash carries its version and cost, is salted, and is not the bare bcrypt of the password', async () => {
  const [one, other] = await Promise.all([
    hashPassword('violet otter maps'),
    hashPassword('violet otter maps'),
  ]);
  expect(one).toMatch(/^v1:\$2b\$08\$[./A-Za-z0-9]{53}$/);
  expect(other).not.toBe(one);
  expect(await isPassword('violet otter maps', `v1:${hashSync('violet otter maps', 4)}`, 'proof')).toBe(
    false,
  );
});

test('PWD-3 a hash of lower cost or older version is made anew, one of today is kept', async () => {
  expect(needsRehash(await hashPassword('violet otter maps'))).toBe(false);
  expect(needsRehash('v1:$2b$07$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234')).toBe(true);
  expect(needsRehash('$2b$08$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234')).toBe(true);
});

test('PWD-3 outside of tests a cost under 12 stops the start', () => {
  expect(() => parseEnv({ PASSWORD_COST: '11' })).toThrow('PASSWORD_COST is at least 12.');
  expect(parseEnv({}).passwordCost).toBeGreaterThanOrEqual(12);
});

test('PWD-6 an account that does not exist is compared too, and never right', async () => {
  expect(await isPassword('violet otter maps', null, 'sign-in')).toBe(false);
});

test('PWD-4 a hundred at once do not hold the event loop, and more than can wait are refused with a time to come back', async () => {
  const begin = performance.now();
  hashSync('what one hash costs on the main thread', 8);
  const oneHash = performance.now() - begin;
  const hash = await hashPassword('violet otter maps');
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const answers = await Promise.allSettled(
    Array.from({ length: 100 }, () => isPassword('violet otter maps', hash, 'sign-in')),
  );
  loop.disable();
  const refused = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as unknown] : [],
  );
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(100);
  for (const error of refused) {
    expect(error).toBeInstanceOf(DeskError);
    expect(error).toMatchObject({ code: 'overloaded', details: { retryAfterSeconds: expect.any(Number) } });
  }
  expect(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))).not.toContain(
    false,
  );
  // Had a single hash run on this thread, the delay would have been that of a hash; half of it leaves room for noise.
  expect(loop.percentile(99) / 1e6).toBeLessThan(oneHash / 2);
}, 30_000);

test('PWD-4 the proof of someone who is signed in does not wait behind strangers at the door', async () => {
  const hash = await hashPassword('violet otter maps');
  const order: string[] = [];
  const strangers = Array.from({ length: 16 }, () =>
    isPassword('a guess', hash, 'sign-in').then(() => order.push('stranger')),
  );
  const owner = isPassword('violet otter maps', hash, 'proof').then(() => order.push('owner'));
  await Promise.all([...strangers, owner]);
  expect(order.indexOf('owner')).toBeLessThan(6);
}, 30_000);
