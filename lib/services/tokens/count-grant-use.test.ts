import { beforeAll, describe, expect, it } from 'vitest';
import { GrantCounts } from '@/lib/cache/grant-counts';
import { reading } from '@/lib/db/client';
import { requirePermission } from '@/lib/services/access/require-permission';
import { tokenActor } from '@/lib/auth/token-actor';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { countGrantUse, countUseOf, flushGrantUses } from './count-grant-use';
import { verifyToken } from './verify-token';

let owner: PersonFixture;
const stop = 'environment.control.StopEnv';

beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
});

async function usesOf(tokenId: string) {
  const client = await reading();
  const select = { permission: true, context: true, count: true } as const;
  return client.grantUse.findMany({ where: { tokenId }, select, orderBy: { permission: 'asc' } });
}

describe('uses of grants', () => {
  it('REL-4 are counted in memory and added to what is written, when the desk stops at the latest', async () => {
    const { token } = await tokenFixture(owner);
    for (let use = 0; use < 3; use += 1) countGrantUse(token.id, stop, 'project:shop');
    countGrantUse(token.id, stop, 'global');
    expect(await usesOf(token.id)).toEqual([]);
    await flushGrantUses();
    countGrantUse(token.id, stop, 'project:shop');
    await flushGrantUses();
    expect(await usesOf(token.id)).toEqual(
      expect.arrayContaining([
        { permission: stop, context: 'project:shop', count: 4 },
        { permission: stop, context: 'global', count: 1 },
      ]),
    );
  });

  it('a token that is no more is no fault, and keeps nothing else from being written', async () => {
    const { token } = await tokenFixture(owner);
    countGrantUse('never-was', stop, 'global');
    countGrantUse(token.id, stop, 'global');
    await flushGrantUses();
    expect(await usesOf('never-was')).toEqual([]);
    expect(await usesOf(token.id)).toHaveLength(1);
  });

  it('are those that were allowed', async () => {
    const { secret, token } = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    const verification = await verifyToken(secret, new Date());
    if (verification.outcome !== 'valid') throw new Error('It lives.');
    const call = owner.call({ actor: tokenActor(verification.token), via: 'header' });
    await requirePermission(call, stop, 'project:shop');
    await expect(requirePermission(call, 'environment.control.DeleteEnv', 'project:shop')).rejects.toThrow();
    await flushGrantUses();
    expect(await usesOf(token.id)).toEqual([{ permission: stop, context: 'project:shop', count: 1 }]);
  });

  it('INT-10 are counted by grant: contexts that only requests name make no rows', async () => {
    const { token } = await tokenFixture(owner);
    const everywhere = { kind: 'limited', grants: new Map([['global', new Set([stop])]]) } as const;
    for (let number = 0; number < 20; number += 1) {
      countUseOf({ id: token.id, power: everywhere }, stop, `store:made-up-${number}`);
      countUseOf({ id: token.id, power: { kind: 'full' } }, stop, `store:made-up-${number}`);
    }
    await flushGrantUses();
    expect(await usesOf(token.id)).toEqual([{ permission: stop, context: 'global', count: 40 }]);
  });

  it('INT-10 memory is bounded: what has no number yet is not counted when it is full', () => {
    const counts = new GrantCounts(2);
    for (const permission of ['a', 'b', 'c', 'a']) counts.add('t', permission, 'global');
    expect(counts.size).toBe(2);
    expect(counts.take().map(({ permission, count }) => [permission, count])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(counts.size).toBe(0);
  });
});
