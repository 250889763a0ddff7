import { noLimits } from '@/lib/domain/token-limits';
import { beforeAll, describe, expect, it } from 'vitest';
import { VerificationCache } from '@/lib/cache/verification-cache';
import { decide } from '@/lib/domain/decide';
import type { RoleHeld } from '@/lib/domain/person';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { blockPerson } from '@/lib/services/people/block-person';
import { changeRoles } from '@/lib/services/people/change-roles';
import { unblockPerson } from '@/lib/services/people/unblock-person';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { removeTokens } from './remove-tokens';
import { verifyToken } from './verify-token';

let administrator: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  administrator = await createPersonFixture({
    name: 'Ada Kern',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

const stop = 'environment.control.StopEnv';
const developer: RoleHeld[] = [{ role: 'developer', context: 'project:shop' }];
const makeDeveloper = (name: string) =>
  createPersonFixture({ name, roles: [{ role: 'developer', context: 'project:shop' }] });
const proofOf = (person: PersonFixture) => ({ password: person.password });

/** What the judge says of stopping in the shop, with the secret as it is now; or why it is not let in. */
async function mayStop(secret: string): Promise<string> {
  const verification = await verifyToken(secret, new Date());
  if (verification.outcome !== 'valid') return verification.outcome;
  const { power, ownerRights } = verification.token;
  const question = {
    power,
    ownerRights,
    permission: stop,
    context: 'project:shop',
    catalog: currentCatalog(),
  };
  const decision = decide(question);
  return decision.isAllowed ? 'allowed' : decision.reason;
}

const setRoles = (person: PersonFixture, version: number, roles: RoleHeld[]) =>
  changeRoles(administrator.call(), {
    personId: person.person.id,
    version,
    roles,
    proof: proofOf(administrator),
  });

describe('a change reaches the very next verification', () => {
  it('law 5: a removed token is refused', async () => {
    const owner = await makeDeveloper('Remo Vogt');
    const { secret, token } = await tokenFixture(owner);
    expect(await mayStop(secret)).toBe('allowed');
    await removeTokens(owner.call(), { tokens: [{ id: token.id, version: 1 }], proof: proofOf(owner) });
    expect(await mayStop(secret)).toBe('removed');
  });

  it('law 1: a role taken away narrows full and limited tokens alike, and given back widens them again', async () => {
    const owner = await makeDeveloper('Rolf Wied');
    const full = await tokenFixture(owner);
    const limited = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    const now = async () => [await mayStop(full.secret), await mayStop(limited.secret)];
    expect(await now()).toEqual(['allowed', 'allowed']);
    const { version } = await setRoles(owner, owner.person.version, [
      { role: 'viewer', context: 'project:shop' },
    ]);
    expect(await now()).toEqual(['owner_lacks', 'owner_lacks']);
    await setRoles(owner, version, developer);
    expect(await now()).toEqual(['allowed', 'allowed']);
  });

  it('AZ-7 blocking a person kills all their tokens, unblocking revives them', async () => {
    const owner = await makeDeveloper('Bert Lock');
    const [one, other] = [await tokenFixture(owner), await tokenFixture(owner)];
    const now = async () => [await mayStop(one.secret), await mayStop(other.secret)];
    expect(await now()).toEqual(['allowed', 'allowed']);
    const { id: personId, version } = owner.person;
    const blocked = await blockPerson(administrator.call(), {
      personId,
      version,
      proof: proofOf(administrator),
    });
    expect(await now()).toEqual(['owner_blocked', 'owner_blocked']);
    await unblockPerson(administrator.call(), {
      personId,
      version: blocked.version,
      proof: proofOf(administrator),
    });
    expect(await now()).toEqual(['allowed', 'allowed']);
  });

  it('one person’s change leaves the tokens of another as they are', async () => {
    const [one, other] = [await makeDeveloper('Uli Eins'), await makeDeveloper('Uwe Zwei')];
    const { secret } = await tokenFixture(other);
    expect(await mayStop(secret)).toBe('allowed');
    await setRoles(one, one.person.version, []);
    expect(await mayStop(secret)).toBe('allowed');
  });
});

describe('VerificationCache', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const tokenOf = (id: string, ownerId: string, expiresAt: Date | null = null) =>
    ({
      id,
      ownerId,
      ownerName: 'x',
      ownerEmail: 'x@example.org',
      description: 'x',
      power: { kind: 'full' },
      ownerRights: [],
      ...noLimits,
      createdAt: now,
      expiresAt,
    }) as const;

  it('REL-3 keeps nothing that was loaded before a change and comes in after it', () => {
    const cache = new VerificationCache();
    const { epoch } = cache;
    cache.forgetOwner('someone');
    cache.keep('digest', tokenOf('t1', 'p1'), epoch);
    cache.keepRefusal('other', { outcome: 'unknown' }, epoch);
    expect(cache.find('digest', now)).toBeUndefined();
    expect(cache.findRefusal('other')).toBeUndefined();
    cache.keep('digest', tokenOf('t1', 'p1'), cache.epoch);
    expect(cache.find('digest', now)?.id).toBe('t1');
  });

  it('forgets by token, by owner, and all; refusals with each', () => {
    const cache = new VerificationCache();
    const fill = () => {
      cache.keep('d1', tokenOf('t1', 'p1'), cache.epoch);
      cache.keep('d2', tokenOf('t2', 'p1'), cache.epoch);
      cache.keep('d3', tokenOf('t3', 'p2'), cache.epoch);
      cache.keepRefusal('d4', { outcome: 'removed' }, cache.epoch);
    };
    const found = () => ['d1', 'd2', 'd3'].filter((digest) => cache.find(digest, now) !== undefined);
    fill();
    cache.forgetToken('t1');
    expect(found()).toEqual(['d2', 'd3']);
    expect(cache.findRefusal('d4')).toBeUndefined();
    fill();
    cache.forgetOwner('p1');
    expect(found()).toEqual(['d3']);
    cache.forgetAll();
    expect(found()).toEqual([]);
  });

  it('TOK-8 never answers with a token past its expiry', () => {
    const cache = new VerificationCache();
    cache.keep('d1', tokenOf('t1', 'p1', now), cache.epoch);
    expect(cache.find('d1', new Date(now.getTime() - 1))?.id).toBe('t1');
    expect(cache.find('d1', now)).toBeUndefined();
  });

  it('is bounded by entries and by size, and forgets the owners of what it drops', () => {
    const limits = { maxTokens: 100, maxTokenBytes: 20_000, maxRefusals: 10, refusalMilliseconds: 5_000 };
    const cache = new VerificationCache(limits);
    for (let index = 0; index < 1_000; index += 1) {
      cache.keep(`d${index}`, tokenOf(`t${index}`, `p${index}`), cache.epoch);
      cache.keepRefusal(`r${index}`, { outcome: 'unknown' }, cache.epoch);
    }
    expect(cache.size.tokens).toBeLessThanOrEqual(100);
    expect(cache.size.tokenBytes).toBeLessThanOrEqual(20_000);
    expect(cache.size.refusals).toBe(10);
    cache.forgetOwner('p0');
    cache.forgetOwner('p999');
    expect(cache.find('d999', now)).toBeUndefined();
    expect(cache.find('d998', now)?.id).toBe('t998');
  });
});
