import { beforeAll, describe, expect, it } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFixture } from '@/tests/support/tokens';
import { removeTokens } from './remove-tokens';
import { verifyToken } from './verify-token';

let owner: PersonFixture;
let stranger: PersonFixture;

beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
  stranger = await createPersonFixture({
    name: 'Ivo Stein',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
});

const outcomeOf = async (secret: string) => (await verifyToken(secret, new Date())).outcome;
const eventsOf = (id: string) => findEvents({ subjectKind: 'token', subjectIds: [id] }, 50, 'oldest');

describe('removeTokens', () => {
  it('AZ-6 removes all or none: one foreign id or one stale version refuses the whole', async () => {
    const mine = [await tokenFixture(owner), await tokenFixture(owner)];
    const foreign = await tokenFixture(stranger);
    const proof = { password: owner.password };
    const seen = mine.map(({ token: { id } }) => ({ id, version: 1 }));
    const remove = (tokens: typeof seen) => removeTokens(owner.call(), { tokens, proof });
    await expect(remove([...seen, { id: foreign.token.id, version: 1 }])).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(remove(seen.map((each, at) => ({ ...each, version: at + 1 })))).rejects.toMatchObject({
      code: 'stale_version',
    });
    for (const { secret } of [...mine, foreign]) expect(await outcomeOf(secret)).toBe('valid');
    expect(await remove(seen)).toEqual({ removedIds: seen.map((each) => each.id) });
    for (const { secret, token } of mine) {
      expect(await outcomeOf(secret)).toBe('removed');
      expect((await eventsOf(token.id)).map((event) => event.action)).toEqual([
        'token.generated',
        'token.removed',
      ]);
    }
    expect(await outcomeOf(foreign.secret)).toBe('valid');
  });
});
