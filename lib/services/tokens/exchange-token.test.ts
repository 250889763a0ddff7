import { beforeAll, describe, expect, it } from 'vitest';
import { tokenActor } from '@/lib/auth/token-actor';
import { findEvents } from '@/lib/db/events';
import { reading } from '@/lib/db/client';
import { findProject } from '@/lib/db/projects';
import type { Call } from '@/lib/domain/call';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { powerIncludes } from '@/lib/domain/grant';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { exchangeToken } from './exchange-token';
import { regenerateToken } from './regenerate-token';
import { removeTokens } from './remove-tokens';
import { verifyToken } from './verify-token';

const stop = 'environment.control.StopEnv';
const start = 'environment.control.StartEnv';
let owner: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  await createProjectFixture('annex');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
});

/** A call of whatever a secret belongs to, as the doors make it. */
async function callOf(secret: string, overrides: Partial<Call> = {}): Promise<Call> {
  const verification = await verifyToken(secret, overrides.now ?? new Date());
  if (verification.outcome !== 'valid') throw new Error(verification.outcome);
  return owner.call({ actor: tokenActor(verification.token), via: 'header', ...overrides });
}

const rows = async () => (await reading()).accessToken.findMany({ orderBy: { createdAt: 'asc' } });
const hour = 3_600;

describe('an exchange', () => {
  it('gives a secret of its own kind that lives an hour and holds what the token does', async () => {
    const { secret } = await tokenFixture(owner);
    const given = await exchangeToken(await callOf(secret), secret);
    expect(given).toEqual({
      secret: expect.stringMatching(/^td_oat_[A-Za-z0-9]{49}$/) as unknown,
      expiresInSeconds: hour,
      scope: '**',
    });
    const verification = await verifyToken(given.secret, new Date());
    expect(verification).toMatchObject({ outcome: 'valid', token: { standIn: { narrowedTo: null } } });
  });

  it('is an event of the token, and leaves neither the secret nor its digest in it', async () => {
    const { secret, token } = await tokenFixture(owner, { description: 'to exchange' });
    const given = await exchangeToken(await callOf(secret), secret);
    const [event] = await findEvents({ subjectIds: [token.id] }, 1, 'newest');
    expect(event).toMatchObject({
      action: 'token.exchanged',
      actor: { kind: 'token', tokenId: token.id },
      data: { description: 'to exchange', access: 'full' },
    });
    expect(JSON.stringify(event)).not.toContain(given.secret.slice(7, 30));
    const [row] = (await rows()).slice(-1);
    expect(JSON.stringify(row)).not.toContain(given.secret.slice(7, 30));
  });

  it('ends with the token where that ends sooner', async () => {
    const now = new Date();
    const expiry = new Date(now.getTime() + 600_000).toISOString();
    const { secret } = await tokenFixture(owner, { expiry });
    const given = await exchangeToken(await callOf(secret, { now }), secret);
    expect(given.expiresInSeconds).toBe(600);
  });

  it('removes the rows of those that have ended', async () => {
    const { secret, token } = await tokenFixture(owner);
    const call = await callOf(secret);
    await exchangeToken(call, secret);
    const later = new Date(call.now.getTime() + (hour + 1) * 1_000);
    await exchangeToken({ ...call, now: later }, secret);
    expect((await rows()).filter((row) => row.tokenId === token.id)).toHaveLength(1);
  });

  it('prints a limited token by its members', async () => {
    const { secret } = await tokenFixture(owner, { access: limitedTo('project:shop', stop, start) });
    const given = await exchangeToken(await callOf(secret), secret);
    expect(given.scope.split(' ').sort()).toEqual([`project:key:shop:${start}`, `project:key:shop:${stop}`]);
  });

  it('narrows to a scope, by project key and by project id alike', async () => {
    const { secret } = await tokenFixture(owner);
    const call = await callOf(secret);
    const id = (await findProject('shop'))?.id ?? '';
    for (const scope of [`project:key:shop:${stop}`, `project:id:${id}:${stop}`]) {
      const given = await exchangeToken(call, secret, scope);
      expect(given.scope).toBe(`project:key:shop:${stop}`);
      const verification = await verifyToken(given.secret, new Date());
      if (verification.outcome !== 'valid') throw new Error(verification.outcome);
      const { power } = verification.token;
      expect(powerIncludes(power, stop, 'project:shop')).toBe(true);
      for (const code of currentCatalog().byCode.keys())
        expect(powerIncludes(power, code, 'project:shop')).toBe(code === stop);
    }
  });

  it.each([
    ['another permission', `project:key:shop:${start}`],
    ['another context', `project:key:annex:${stop}`],
    ['everywhere instead of a project', `global:${stop}`],
    ['a permission that there is not', 'project:key:shop:environment.control.Fly'],
    ['one that it holds and one that it does not', `project:key:shop:${stop} project:key:shop:${start}`],
    ['an unknown project', 'project:id:nobody:environment.control.StopEnv'],
    ['nonsense', 'everything please'],
  ])('AZ-4 refuses a scope beyond the token: %s', async (_what, scope) => {
    const { secret, token } = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    await expect(exchangeToken(await callOf(secret), secret, scope)).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'scope' }] },
    });
    expect((await rows()).filter((row) => row.tokenId === token.id)).toHaveLength(0);
  });

  it('tells nothing of a project in which the owner holds nothing', async () => {
    const { secret } = await tokenFixture(owner);
    const call = await callOf(secret);
    const id = (await findProject('annex'))?.id ?? '';
    const refusalOf = async (projectId: string) => {
      const failed = exchangeToken(call, secret, `project:id:${projectId}:${stop}`);
      return failed.catch((error: unknown) => String(error).replace(projectId, 'X'));
    };
    expect(await refusalOf(id)).toBe(await refusalOf('K7mQ2vX9bT4nR8sW1yZ3aA'));
  });

  it('AZ-4 is refused to an access token: what was exchanged is not exchanged again', async () => {
    const { secret } = await tokenFixture(owner);
    const given = await exchangeToken(await callOf(secret), secret);
    await expect(exchangeToken(await callOf(given.secret), given.secret)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(exchangeToken(owner.call(), secret)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('TOK-7 gives nothing for a secret that was regenerated since it was verified', async () => {
    const { secret, token } = await tokenFixture(owner);
    const call = await callOf(secret);
    const proof = { password: owner.password };
    const renewed = await regenerateToken(owner.call(), { id: token.id, version: 1, proof });
    await expect(exchangeToken(call, secret)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(exchangeToken(await callOf(renewed.secret), renewed.secret)).resolves.toBeDefined();
  });

  it('law 5: gives nothing for a token that was removed since it was verified', async () => {
    const { secret, token } = await tokenFixture(owner);
    const call = await callOf(secret);
    const proof = { password: owner.password };
    await removeTokens(owner.call(), { tokens: [{ id: token.id, version: 1 }], proof });
    await expect(exchangeToken(call, secret)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
