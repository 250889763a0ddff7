import { beforeAll, describe, expect, it } from 'vitest';
import { tokenActor } from '@/lib/auth/token-actor';
import { countTokens } from '@/lib/db/tokens';
import type { Call } from '@/lib/domain/call';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFields, tokenFixture } from '@/tests/support/tokens';
import { copyToken } from './copy-token';
import { editToken } from './edit-token';
import { generateToken } from './generate-token';
import { listTokens } from './list-tokens';
import { readToken } from './read-token';
import { regenerateToken } from './regenerate-token';
import { removeTokens } from './remove-tokens';
import { verifyToken } from './verify-token';

let owner: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

/** A call of the token that a secret belongs to, for its owner. */
async function callOf(secret: string): Promise<Call> {
  const verification = await verifyToken(secret, new Date());
  if (verification.outcome !== 'valid') throw new Error(verification.outcome);
  return owner.call({ actor: tokenActor(verification.token), via: 'header' });
}

/** Every token verb on the token `id`, with the right password, as the operation that it is to a token. */
const attempts: [string, (call: Call, id: string) => Promise<unknown>][] = [
  [
    'CreateToken',
    (call) => generateToken(call, { fields: tokenFields(), proof: { password: owner.password } }),
  ],
  [
    'CreateToken',
    (call, sourceId) =>
      copyToken(call, { sourceId, fields: tokenFields(), proof: { password: owner.password } }),
  ],
  [
    'EditToken',
    (call, id) =>
      editToken(call, { id, version: 1, fields: tokenFields(), proof: { password: owner.password } }),
  ],
  [
    'RegenerateToken',
    (call, id) => regenerateToken(call, { id, version: 1, proof: { password: owner.password } }),
  ],
  [
    'DeleteTokens',
    (call, id) => removeTokens(call, { tokens: [{ id, version: 1 }], proof: { password: owner.password } }),
  ],
  ['GetTokens', (call) => listTokens(call, { offset: 0, limit: 10 })],
  ['GetTokens', (call, id) => readToken(call, id)],
];

it('whoever has roles in projects alone keeps tokens by a token with full access all the same', async () => {
  const builder = await createPersonFixture({
    name: 'Bo Builder',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
  const { secret } = await tokenFixture(builder);
  const verification = await verifyToken(secret, new Date());
  if (verification.outcome !== 'valid') throw new Error(verification.outcome);
  const call = builder.call({ actor: tokenActor(verification.token), via: 'header' });
  const fields = tokenFields({ access: limitedTo('project:shop', 'environment.control.StopEnv') });
  await expect(generateToken(call, { fields })).resolves.toMatchObject({
    token: { contexts: ['project:shop'] },
  });
});

describe.each(attempts)('a token that asks for %s', (operation, attempt) => {
  it.each([
    ['picked permissions', limitedTo('project:shop', 'environment.control.StopEnv')],
    ['it in a project only', limitedTo('project:shop', `users.authentication.${operation}`)],
    [
      'Extended Access',
      { kind: 'limited' as const, entries: [{ context: 'global', set: 'Extended Access' }] },
    ],
  ])(
    'AZ-4 is refused by default, with %s and the right password, and is told what it lacks',
    async (_what, access) => {
      const { secret } = await tokenFixture(owner, { access });
      const target = await tokenFixture(owner);
      const before = await countTokens(owner.person.id);
      await expect(attempt(await callOf(secret), target.token.id)).rejects.toMatchObject({
        code: 'permission_denied',
        details: { missing: [{ permission: `users.authentication.${operation}`, context: 'global' }] },
      });
      expect(await countTokens(owner.person.id)).toBe(before);
      expect((await verifyToken(target.secret, new Date())).outcome).toBe('valid');
    },
  );

  it('may with full access, as its owner may', async () => {
    const { secret } = await tokenFixture(owner);
    const target = await tokenFixture(owner);
    await expect(attempt(await callOf(secret), target.token.id)).resolves.toBeDefined();
  });

  it('is nobody once it is removed, although it was verified before', async () => {
    const { secret, token } = await tokenFixture(owner);
    const target = await tokenFixture(owner);
    const call = await callOf(secret);
    await removeTokens(owner.call(), {
      tokens: [{ id: token.id, version: 1 }],
      proof: { password: owner.password },
    });
    await expect(attempt(call, target.token.id)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('is nobody from its expiry on', async () => {
    const { secret } = await tokenFixture(owner, { expiry: '31-12-2030' });
    const target = await tokenFixture(owner);
    const call = { ...(await callOf(secret)), now: new Date('2031-01-01T00:00:00Z') };
    await expect(attempt(call, target.token.id)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
