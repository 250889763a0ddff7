import { beforeAll, describe, expect, it } from 'vitest';
import { UseBuffer } from '@/lib/cache/use-buffer';
import { onUse, type UseNotice } from '@/lib/db/event-feed';
import { findEvents } from '@/lib/db/events';
import { findToken } from '@/lib/db/tokens';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFixture } from '@/tests/support/tokens';
import { noteUse } from './note-use';
import { regenerateToken } from './regenerate-token';
import { verifyToken } from './verify-token';
import { flushUses } from './write-behind';

let owner: PersonFixture;
beforeAll(async () => {
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

const useAt = (at: Date) => ({
  at,
  address: '192.0.2.7',
  userAgent: 'curl/8',
  requestId: 'r-7',
  via: 'query' as const,
});
const lastUseOf = async (id: string) => (await findToken(owner.person.id, id))?.lastUse ?? null;

describe('noteUse', () => {
  it('REL-4 writes a first use within a second or so, with an event that tells where it came from', async () => {
    const { token } = await tokenFixture(owner);
    const heard: UseNotice[] = [];
    const leave = onUse((use) => heard.push(use));
    const at = new Date();
    noteUse(token.id, owner.person.id, useAt(at));
    expect(await lastUseOf(token.id)).toBeNull();
    await expect.poll(() => heard.length, { timeout: 5_000, interval: 20 }).toBe(1);
    leave();
    expect(await lastUseOf(token.id)).toEqual({ at, address: '192.0.2.7', userAgent: 'curl/8' });
    expect(heard[0]).toMatchObject({ tokenId: token.id, ownerId: owner.person.id, address: '192.0.2.7' });
    const [, used] = await findEvents({ subjectKind: 'token', subjectIds: [token.id] }, 10, 'oldest');
    expect(used).toMatchObject({
      action: 'token.first-used',
      at,
      ownerId: owner.person.id,
      actor: { kind: 'token', tokenId: token.id, personId: owner.person.id },
      address: '192.0.2.7',
      userAgent: 'curl/8',
      requestId: 'r-7',
      via: 'query',
    });
  });

  it('REL-4 writes all that waits at a shutdown, the latest use of each, in rising time only', async () => {
    const made = [await tokenFixture(owner), await tokenFixture(owner), await tokenFixture(owner)];
    const base = Date.parse('2026-11-22T12:00:00Z');
    for (const { token } of made) noteUse(token.id, owner.person.id, useAt(new Date(base)));
    for (const { token } of made) noteUse(token.id, owner.person.id, useAt(new Date(base + 1_000)));
    await flushUses();
    for (const { token } of made) expect((await lastUseOf(token.id))?.at).toEqual(new Date(base + 1_000));
    for (const { token } of made) noteUse(token.id, owner.person.id, useAt(new Date(base - 1_000)));
    await flushUses();
    for (const { token } of made) expect((await lastUseOf(token.id))?.at).toEqual(new Date(base + 1_000));
    const ids = made.map(({ token }) => token.id);
    expect(await findEvents({ subjectIds: ids, actions: ['token.first-used'] }, 10, 'oldest')).toHaveLength(
      3,
    );
  });

  it('REL-4 never makes a verification wait: uses are noted while the writer is held', async () => {
    const { secret, token } = await tokenFixture(owner);
    const { transaction } = await import('@/lib/db/transaction');
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const writer = transaction(owner.call(), () => held);
    noteUse(token.id, owner.person.id, useAt(new Date()));
    const flushed = flushUses();
    expect((await verifyToken(secret, new Date())).outcome).toBe('valid');
    release();
    await Promise.all([writer, flushed]);
    expect(await lastUseOf(token.id)).not.toBeNull();
  });

  it('does not count a use of the old secret as the first of the new one', async () => {
    const { token } = await tokenFixture(owner);
    noteUse(token.id, owner.person.id, useAt(new Date()));
    await regenerateToken(owner.call(), { id: token.id, version: 1, proof: { password: owner.password } });
    await flushUses();
    expect(await lastUseOf(token.id)).toBeNull();
  });
});

describe('UseBuffer', () => {
  const limits = { firstMilliseconds: 250, againMilliseconds: 60_000, maxTokens: 3 };

  it('REL-4 writes a busy token once a minute, never later than a minute after its use', () => {
    const buffer = new UseBuffer<number>(limits);
    const written: [number, number][] = [];
    for (let now = 0; now <= 180_000; now += 50) {
      buffer.note('t', now, now);
      for (const use of buffer.take(now, 10).values()) written.push([now, use]);
    }
    expect(written.map(([now]) => now)).toEqual([250, 60_250, 120_250]);
    expect(written.every(([now, use]) => now - use <= 60_000)).toBe(true);
  });

  it('is bounded: a token that finds no room is not noted, and quiet ones make room', () => {
    const buffer = new UseBuffer<number>(limits);
    for (const id of ['a', 'b', 'c']) expect(buffer.note(id, 1, 0)).toBe(true);
    expect(buffer.note('d', 1, 0)).toBe(false);
    expect(buffer.take(250, 10).size).toBe(3);
    expect(buffer.size).toBe(3);
    expect(buffer.take(60_250, 10).size).toBe(0);
    expect(buffer.size).toBe(0);
    expect(buffer.note('d', 1, 60_250)).toBe(true);
  });

  it('gives back what could not be written, unless a later use waits', () => {
    const buffer = new UseBuffer<number>(limits);
    buffer.note('a', 1, 0);
    buffer.note('b', 1, 0);
    const taken = buffer.take(250, 10);
    buffer.note('b', 2, 300);
    buffer.giveBack(taken, 400);
    expect([...buffer.take(650, 10)]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});
