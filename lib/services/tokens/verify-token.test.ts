import { noLimits } from '@/lib/domain/token-limits';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newSecret } from '@/lib/crypto/secret';
import { reading } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/sqlite/client';
import { digestQuery } from '@/lib/db/token-digests';
import { secretLength } from '@/lib/domain/secret-format';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { verifyToken } from './verify-token';

let owner: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
});

const stop = 'environment.control.StopEnv';

/** Counts the statements that reach the database while `work` runs. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  await work();
  const { length } = prepare.mock.calls;
  prepare.mockRestore();
  return length;
}

describe('verifyToken', () => {
  it('TOK-2 a malformed secret never reaches the database', async () => {
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    const almost = fc.string({
      unit: fc.constantFrom(...digits),
      minLength: secretLength - 7,
      maxLength: secretLength - 7,
    });
    const junk = [
      ...fc.sample(fc.string({ maxLength: 80 }), 5_000),
      ...fc.sample(almost, 5_000).map((random) => `td_pat_${random}`),
    ];
    const outcomes = new Set<string>();
    const queries = await queriesOf(async () => {
      for (const presented of junk) outcomes.add((await verifyToken(presented, new Date())).outcome);
    });
    expect([...outcomes]).toEqual(['malformed']);
    expect(queries).toBe(0);
  });

  it('asks the database once for an unknown secret and once for a live one, then not again', async () => {
    const unknown = newSecret();
    const { secret } = await tokenFixture(owner);
    const twice = (presented: string) => async () => {
      await verifyToken(presented, new Date());
      await verifyToken(presented, new Date());
    };
    expect(await queriesOf(twice(unknown))).toBe(1);
    expect(await queriesOf(twice(secret))).toBe(1);
    expect((await verifyToken(unknown, new Date())).outcome).toBe('unknown');
  });

  it('TOK-5 finds the row by its unique index, and all that it joins by theirs', async () => {
    const client = await reading();
    const plan = await client.$queryRaw<{ detail: string }[]>(
      Prisma.sql`EXPLAIN QUERY PLAN ${digestQuery(['a', 'b'])}`,
    );
    const steps = plan.map((row) => row.detail).filter((detail) => /^(SEARCH|SCAN)/.test(detail));
    expect(steps[0]).toMatch(/^SEARCH t USING INDEX Token_digest_key \(digest=\?\)$/);
    expect(steps.every((step) => /^SEARCH .* USING (COVERING )?INDEX/.test(step))).toBe(true);
  });

  it('TOK-8 lets a token in until the last instant of its day, and from then on no more, cached or not', async () => {
    const { secret } = await tokenFixture(owner, { expiry: '31-12-2030' });
    const end = Date.parse('2031-01-01T00:00:00Z');
    const outcomeAt = async (milliseconds: number) =>
      (await verifyToken(secret, new Date(milliseconds))).outcome;
    expect(await outcomeAt(end - 1_000)).toBe('valid');
    expect(await outcomeAt(end - 1)).toBe('valid');
    expect(await outcomeAt(end)).toBe('expired');
    expect(await outcomeAt(end + 1_000)).toBe('expired');
  });

  it('carries what the token holds and its owner’s rights, for the judge', async () => {
    const { secret, token } = await tokenFixture(owner, {
      access: limitedTo('project:shop', stop),
      mayUseInUrls: false,
    });
    expect(await verifyToken(secret, new Date())).toEqual({
      outcome: 'valid',
      token: {
        id: token.id,
        ownerId: owner.person.id,
        ownerName: 'Vera Blum',
        ownerEmail: owner.person.email,
        description: 'nightly backup',
        power: { kind: 'limited', grants: new Map([['project:shop', new Set([stop])]]) },
        ownerRights: [{ context: 'project:shop', patterns: expect.arrayContaining([stop]) as string[] }],
        ...noLimits,
        mayUseInUrls: false,
        createdAt: expect.any(Date) as Date,
        expiresAt: null,
      },
    });
  });

  it('a fault of the database throws; it is never an answer', async () => {
    const prepare = vi.spyOn(Database.prototype, 'prepare').mockImplementation(() => {
      throw new Error('disk I/O error');
    });
    await expect(verifyToken(newSecret(), new Date())).rejects.toThrow();
    prepare.mockRestore();
  });
});
