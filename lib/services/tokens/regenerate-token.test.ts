import { beforeAll, describe, expect, it } from 'vitest';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { regenerateToken } from './regenerate-token';
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
const outcomeOf = async (secret: string) => (await verifyToken(secret, new Date())).outcome;

describe('regenerateToken', () => {
  it('TOK-7 kills the old secret and gives a new one the same power, with a new expiry when asked', async () => {
    const made = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    await verifyToken(made.secret, new Date());
    const input = {
      id: made.token.id,
      version: 1,
      expiry: '31-12-2098',
      proof: { password: owner.password },
    };
    const next = await regenerateToken(owner.call(), input);
    expect([await outcomeOf(made.secret), await outcomeOf(next.secret)]).toEqual(['unknown', 'valid']);
    expect(next.token).toMatchObject({
      id: made.token.id,
      permissionCount: 1,
      expiresAt: '2099-01-01T00:00:00.000Z',
    });
    expect(next.token.hint).not.toBe(made.token.hint);
  });

  it('TOK-8 brings an expired token back only with an end that lies ahead', async () => {
    const made = await tokenFixture(owner, { expiry: '31-12-2030' });
    const later = { now: new Date('2031-01-01T00:00:00Z') };
    const proof = { password: owner.password };
    const past = { id: made.token.id, version: 1, expiry: '31-12-2030', proof };
    await expect(regenerateToken(owner.call(later), past)).rejects.toMatchObject({ code: 'invalid_input' });
    const { secret } = await regenerateToken(owner.call(later), {
      id: made.token.id,
      version: 1,
      expiry: 'never',
      proof,
    });
    expect((await verifyToken(secret, later.now)).outcome).toBe('valid');
  });
});
