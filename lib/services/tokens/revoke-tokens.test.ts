import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findEvents } from '@/lib/db/events';
import type { RevokeTokensInput } from '@/lib/domain/revoke-input';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFixture } from '@/tests/support/tokens';
import { editToken } from './edit-token';
import { revokeTokens } from './revoke-tokens';
import { tokenFields } from '@/tests/support/tokens';
import { verifyToken } from './verify-token';

let admin: PersonFixture;
let ada: PersonFixture;
let brice: PersonFixture;
let made: { id: string; secret: string }[];

beforeAll(async () => {
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  ada = await createPersonFixture({ name: 'Ada', roles: [{ role: 'developer', context: 'global' }] });
  brice = await createPersonFixture({ name: 'Brice', roles: [{ role: 'project-admin', context: 'global' }] });
});

beforeEach(async () => {
  made = [];
  for (const owner of [ada, brice, admin]) {
    const { token, secret } = await tokenFixture(owner, { description: `of ${owner.person.name}` });
    made.push({ id: token.id, secret });
  }
});

const seen = () => made.map(({ id }) => ({ id, version: 1 }));
const revoke = (by: PersonFixture, change: Partial<RevokeTokensInput> = {}) =>
  revokeTokens(by.call(), { tokens: seen(), proof: { password: by.password }, ...change });
const outcomes = () =>
  Promise.all(made.map(async ({ secret }) => (await verifyToken(secret, new Date())).outcome));
const everyoneLives = ['valid', 'valid', 'valid'];
const revocations = async () =>
  (await findEvents({ actions: ['token.removed'] }, 100, 'oldest')).filter((event) =>
    made.some(({ id }) => id === event.subjectId),
  );

describe('revokeTokens', () => {
  it('tokens of any owner are dead at the very next request, one event each in its owner’s log', async () => {
    expect(await outcomes()).toEqual(everyoneLives);
    expect(await revoke(admin)).toEqual({ removedIds: made.map(({ id }) => id) });
    expect(await outcomes()).toEqual(['removed', 'removed', 'removed']);
    const events = await revocations();
    expect(events.map((event) => [event.subjectId, event.ownerId, event.actor.name])).toEqual([
      [made[0]?.id, ada.person.id, 'Root'],
      [made[1]?.id, brice.person.id, 'Root'],
      [made[2]?.id, admin.person.id, 'Root'],
    ]);
    expect(events[0]?.data).toEqual({
      description: 'of Ada',
      access: 'full',
      expiry: 'never',
      mayUseInUrls: true,
      lastUsedAt: null,
    });
    for (const { secret } of made) expect(JSON.stringify(events)).not.toContain(secret.slice(7, 20));
  });

  it('AZ-1 without desk.tokens.ManageAll it is refused by name, also for one’s own tokens', async () => {
    for (const [person, token] of [
      [ada, seen()[1]],
      [brice, seen()[1]],
    ] as const) {
      await expect(revoke(person, { tokens: token === undefined ? [] : [token] })).rejects.toMatchObject({
        code: 'permission_denied',
        details: { missing: [{ permission: 'desk.tokens.ManageAll', context: 'global' }] },
      });
    }
    expect(await outcomes()).toEqual(everyoneLives);
    expect(await revocations()).toEqual([]);
  });

  it('PWD-1 without the administrator’s password nothing is revoked', async () => {
    await expect(revoke(admin, { proof: { password: 'not mine' } })).rejects.toMatchObject({
      code: 'wrong_proof',
    });
    await expect(revoke(admin, { proof: { password: ada.password } })).rejects.toMatchObject({
      code: 'wrong_proof',
    });
    expect(await outcomes()).toEqual(everyoneLives);
  });

  it('AZ-6 one stale version, one unknown id or one that is gone refuses the whole', async () => {
    const [first, second, third] = seen();
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('Too few tokens.');
    const refuse = (tokens: RevokeTokensInput['tokens'], code: string) =>
      expect(revoke(admin, { tokens })).rejects.toMatchObject({ code });
    await refuse([first, { ...second, version: 2 }], 'stale_version');
    await refuse([first, { id: 'AAAAAAAAAAAAAAAAAAAAAA', version: 1 }], 'not_found');
    await refuse([first, first], 'invalid_input');
    await refuse([], 'invalid_input');
    expect(await outcomes()).toEqual(everyoneLives);
    await revoke(admin, { tokens: [third] });
    await refuse([first, third], 'not_found');
    expect(await outcomes()).toEqual(['valid', 'valid', 'removed']);
  });

  it('AZ-6 what changes while the password is checked refuses the whole too', async () => {
    const [first, second] = seen();
    if (first === undefined || second === undefined) throw new Error('Too few tokens.');
    const fields = tokenFields({ description: 'quicker' });
    const edit = editToken(ada.call(), { ...first, fields, proof: { password: ada.password } });
    const [edited, revoked] = await Promise.allSettled([edit, revoke(admin, { tokens: [second, first] })]);
    // Whoever was first: never half of it.
    const [alive, other] = await outcomes();
    expect([alive, other]).toEqual(
      revoked.status === 'fulfilled' ? ['removed', 'removed'] : ['valid', 'valid'],
    );
    expect(edited.status === 'fulfilled' || revoked.status === 'fulfilled').toBe(true);
  });
});
