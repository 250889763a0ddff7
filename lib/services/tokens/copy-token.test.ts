import { beforeAll, describe, expect, it } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFields, tokenFixture } from '@/tests/support/tokens';
import { copyToken } from './copy-token';
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

describe('copyToken', () => {
  it('makes a new token with a secret of its own; the source stays as it is', async () => {
    const made = await tokenFixture(owner);
    const input = {
      sourceId: made.token.id,
      fields: tokenFields({ description: 'the copy' }),
      proof: { password: owner.password },
    };
    const copy = await copyToken(owner.call(), input);
    expect(copy.token.id).not.toBe(made.token.id);
    expect(copy.secret).not.toBe(made.secret);
    expect([await outcomeOf(copy.secret), await outcomeOf(made.secret)]).toEqual(['valid', 'valid']);
    expect((await eventsOf(copy.token.id))[0]).toMatchObject({
      action: 'token.copied',
      data: { sourceId: made.token.id },
    });
  });

  it('AZ-1 finds no foreign source', async () => {
    const made = await tokenFixture(owner);
    const input = { sourceId: made.token.id, fields: tokenFields(), proof: { password: stranger.password } };
    await expect(copyToken(stranger.call(), input)).rejects.toMatchObject({ code: 'not_found' });
  });
});
