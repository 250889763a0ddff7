import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokenActor } from '@/lib/auth/token-actor';
import { verificationCache } from '@/lib/cache/verification-cache';
import { peppers, retirePepper, rotatePepper } from '@/lib/crypto/key-ring';
import { setPaused } from '@/lib/db/tokens';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { decide } from '@/lib/domain/decide';
import type { RoleHeld } from '@/lib/domain/person';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { blockPerson } from '@/lib/services/people/block-person';
import { changeRoles } from '@/lib/services/people/change-roles';
import { unblockPerson } from '@/lib/services/people/unblock-person';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFields, tokenFixture } from '@/tests/support/tokens';
import { editToken } from './edit-token';
import { exchangeToken } from './exchange-token';
import { generateToken } from './generate-token';
import { regenerateToken } from './regenerate-token';
import { removeTokens } from './remove-tokens';
import { verifyToken } from './verify-token';
import { flushUses } from './write-behind';

const stop = 'environment.control.StopEnv';
const start = 'environment.control.StartEnv';
const inShop: RoleHeld[] = [{ role: 'project-admin', context: 'project:shop' }];
let administrator: PersonFixture;
let owner: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  await createProjectFixture('annex');
  const roles = [{ role: 'administrator', context: 'global' }] as const;
  administrator = await createPersonFixture({ name: 'Ada Kern', roles });
});
beforeEach(async () => {
  owner = await createPersonFixture({
    name: 'Remo Vogt',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
});

async function callOf(secret: string, now = new Date()): Promise<Call> {
  const verification = await verifyToken(secret, now);
  if (verification.outcome !== 'valid') throw new Error(verification.outcome);
  return owner.call({ actor: tokenActor(verification.token), via: 'header', now });
}

/** What the judge says of stopping in the shop with a secret as it is now, or why it is not let in. */
async function mayDo(secret: string, permission = stop, context = 'project:shop', now = new Date()) {
  const verification = await verifyToken(secret, now);
  if (verification.outcome !== 'valid') return verification.outcome;
  const { power, ownerRights } = verification.token;
  const decision = decide({ power, ownerRights, permission, context, catalog: currentCatalog() });
  return decision.isAllowed ? 'allowed' : decision.reason;
}

type Access = ReturnType<typeof limitedTo>;

/** A token with three stand-ins, two whole and one narrowed, all of them verified and so in the cache. */
async function standIns(access: Access = { kind: 'full' }, scope = `project:key:shop:${stop}`) {
  const parent = await tokenFixture(owner, { access });
  const call = await callOf(parent.secret);
  const secrets: string[] = [];
  for (const each of [undefined, undefined, scope])
    secrets.push((await exchangeToken(call, parent.secret, each)).secret);
  for (const secret of secrets) expect(await mayDo(secret)).toBe('allowed');
  return { parent, secrets, id: parent.token.id };
}
const all = async (secrets: readonly string[]) => Promise.all(secrets.map((secret) => mayDo(secret)));
const proofOf = (person: PersonFixture) => ({ password: person.password });

const pause = (id: string, version: number, pausedAt: Date | null) =>
  transaction(owner.call(), async (tx, record) => {
    await setPaused(tx, { ownerId: owner.person.id, id, version }, pausedAt, new Date());
    const action = pausedAt === null ? 'token.resumed' : 'token.paused';
    await record({ action, subjectKind: 'token', subjectId: id, ownerId: owner.person.id });
  });
const setRoles = (version: number, roles: RoleHeld[]) => {
  const proof = proofOf(administrator);
  return changeRoles(administrator.call(), { personId: owner.person.id, version, roles, proof });
};

describe('an access token at its next request', () => {
  it('law 5: is dead when its token was removed', async () => {
    const { secrets, id } = await standIns();
    await removeTokens(owner.call(), { tokens: [{ id, version: 1 }], proof: proofOf(owner) });
    expect(await all(secrets)).toEqual(['removed', 'removed', 'removed']);
  });

  it('TOK-7 is dead when its token was regenerated, and the new secret gives living ones', async () => {
    const { secrets, id } = await standIns();
    const renewed = await regenerateToken(owner.call(), { id, version: 1, proof: proofOf(owner) });
    expect(await all(secrets)).toEqual(['unknown', 'unknown', 'unknown']);
    const given = await exchangeToken(await callOf(renewed.secret), renewed.secret);
    expect(await mayDo(given.secret)).toBe('allowed');
  });

  it('is refused while its token is paused, and lives again with it', async () => {
    const { secrets, id } = await standIns();
    await pause(id, 1, new Date());
    expect(await all(secrets)).toEqual(['paused', 'paused', 'paused']);
    await pause(id, 2, null);
    expect(await all(secrets)).toEqual(['allowed', 'allowed', 'allowed']);
  });

  it('AZ-7 is refused while the owner is blocked', async () => {
    const { secrets } = await standIns();
    const personId = owner.person.id;
    const proof = proofOf(administrator);
    await blockPerson(administrator.call(), { personId, version: owner.person.version, proof });
    expect(await all(secrets)).toEqual(['owner_blocked', 'owner_blocked', 'owner_blocked']);
    await unblockPerson(administrator.call(), { personId, version: owner.person.version + 1, proof });
    expect(await all(secrets)).toEqual(['allowed', 'allowed', 'allowed']);
  });

  it('TOK-9 loses what its owner lost, and has it back with the role', async () => {
    const { secrets } = await standIns();
    await setRoles(owner.person.version, [{ role: 'viewer', context: 'project:shop' }]);
    expect(await all(secrets)).toEqual(['owner_lacks', 'owner_lacks', 'owner_lacks']);
    await setRoles(owner.person.version + 1, inShop);
    expect(await all(secrets)).toEqual(['allowed', 'allowed', 'allowed']);
  });

  it('AZ-4 is narrowed with its token, and never holds more than it was given', async () => {
    const { secrets, id } = await standIns(limitedTo('project:shop', stop, start));
    const [whole = '', , narrowed = ''] = secrets;
    const edit = (version: number, access: Access) =>
      editToken(owner.call(), { id, version, fields: { access }, proof: proofOf(owner) });
    await edit(1, limitedTo('project:shop', start));
    expect(await all(secrets)).toEqual(['token_lacks', 'token_lacks', 'token_lacks']);
    expect(await mayDo(whole, start)).toBe('allowed');
    expect(await mayDo(narrowed, start)).toBe('token_lacks');
    await edit(2, { kind: 'full' });
    expect(await mayDo(whole, 'environment.control.DeleteEnv')).toBe('allowed');
    expect(await mayDo(narrowed, 'environment.control.DeleteEnv')).toBe('token_lacks');
    expect(await mayDo(narrowed)).toBe('allowed');
  });

  it('holds in no other project than its scope names, even where its token is full', async () => {
    await setRoles(owner.person.version, [
      { role: 'project-admin', context: 'project:shop' },
      { role: 'project-admin', context: 'project:annex' },
    ]);
    const { secrets } = await standIns();
    const answers = await Promise.all(secrets.map((secret) => mayDo(secret, stop, 'project:annex')));
    expect(answers).toEqual(['allowed', 'allowed', 'token_lacks']);
  });
});

describe('the end of an access token', () => {
  it('TOK-8 is an hour after it was given: alive a millisecond before, dead from then on, cached or not', async () => {
    const parent = await tokenFixture(owner);
    const call = await callOf(parent.secret);
    const given = await exchangeToken(call, parent.secret);
    const end = call.now.getTime() + 3_600_000;
    expect(await mayDo(given.secret, stop, 'project:shop', new Date(end - 1))).toBe('allowed');
    expect(await mayDo(given.secret, stop, 'project:shop', new Date(end))).toBe('expired');
    verificationCache().forgetAll();
    expect(await mayDo(given.secret, stop, 'project:shop', new Date(end))).toBe('expired');
    expect(await mayDo(parent.secret, stop, 'project:shop', new Date(end))).toBe('allowed');
  });

  it('TOK-8 is that of its token where that comes sooner, also when it was moved there afterwards', async () => {
    const { secrets, id } = await standIns();
    const end = new Date(Date.now() + 60_000);
    const fields = { expiry: end.toISOString() };
    await editToken(owner.call(), { id, version: 1, fields, proof: proofOf(owner) });
    for (const secret of secrets) {
      expect(await mayDo(secret, stop, 'project:shop', new Date(end.getTime() - 1))).toBe('allowed');
      expect(await mayDo(secret, stop, 'project:shop', end)).toBe('expired');
    }
  });
});

describe('an access token that manages tokens', () => {
  const create = 'users.authentication.CreateToken';
  const manager = { access: limitedTo('global', create, 'users.account.GetUserInfo') };

  it('AZ-4 makes none beyond what it was narrowed to, although its token could', async () => {
    const roles: RoleHeld[] = [{ role: 'member', context: 'global' }, ...inShop];
    await setRoles(owner.person.version, roles);
    const parent = await tokenFixture(owner);
    const call = await callOf(parent.secret);
    const { secret } = await exchangeToken(call, parent.secret, `global:${create}`);
    const attempt = (access: Access) =>
      callOf(secret).then((each) => generateToken(each, { fields: tokenFields({ access }) }));
    await expect(attempt({ kind: 'full' })).rejects.toMatchObject({ code: 'permission_denied' });
    await expect(attempt(limitedTo('project:shop', stop))).rejects.toMatchObject({
      code: 'permission_denied',
    });
    await expect(attempt(limitedTo('global', create))).resolves.toBeDefined();
  });

  it('makes tokens that outlive its hour, not its token', async () => {
    await setRoles(owner.person.version, [{ role: 'member', context: 'global' }]);
    const end = new Date(Date.now() + 86_400_000);
    const parent = await tokenFixture(owner, { ...manager, expiry: end.toISOString() });
    const { secret } = await exchangeToken(await callOf(parent.secret), parent.secret);
    const attempt = async (expiry: string) =>
      generateToken(await callOf(secret), {
        fields: tokenFields({ access: limitedTo('global', 'users.account.GetUserInfo'), expiry }),
      });
    await expect(attempt(end.toISOString())).resolves.toBeDefined();
    await expect(attempt(new Date(end.getTime() + 1).toISOString())).rejects.toMatchObject({
      code: 'permission_denied',
    });
  });
});

it(
  'TOK-4 lives through the rotation of the pepper, and ends with the retired one at the latest',
  { timeout: 30_000 },
  async () => {
    const { secrets } = await standIns();
    const notice = (count: number) => expect.poll(() => peppers().length, { timeout: 5_000 }).toBe(count);
    rotatePepper();
    await notice(2);
    expect(await all(secrets)).toEqual(['allowed', 'allowed', 'allowed']);
    verificationCache().forgetAll();
    expect(await all(secrets)).toEqual(['allowed', 'allowed', 'allowed']);
    // What is written behind upgrades the digests of tokens; those of access tokens are no tokens' and stay.
    await flushUses();
    verificationCache().forgetAll();
    expect(await all(secrets)).toEqual(['allowed', 'allowed', 'allowed']);
    retirePepper();
    await notice(1);
    expect(await all(secrets)).toEqual(['unknown', 'unknown', 'unknown']);
  },
);
