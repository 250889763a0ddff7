import { beforeAll, describe, expect, it } from 'vitest';
import { findEvents } from '@/lib/db/events';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { NewTokenView } from '@/lib/domain/token-view';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFields, tokenFixture } from '@/tests/support/tokens';
import { editToken } from './edit-token';
import { readToken } from './read-token';
import { regenerateToken } from './regenerate-token';
import { removeTokens } from './remove-tokens';
import { verifyToken } from './verify-token';

let owner: PersonFixture;
let stranger: PersonFixture;
let administrator: PersonFixture;

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
  administrator = await createPersonFixture({
    name: 'Ada Kern',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

const outcomeOf = async (secret: string) => (await verifyToken(secret, new Date())).outcome;
const eventsOf = (id: string) => findEvents({ subjectKind: 'token', subjectIds: [id] }, 50, 'oldest');

/** Every verb that changes a token that is there, made ready to be called by anyone. */
const verbs: [
  string,
  (call: Call, made: NewTokenView, version: number, password: string) => Promise<unknown>,
][] = [
  [
    'editToken',
    (call, { token: { id } }, version, password) =>
      editToken(call, { id, version, fields: tokenFields({ description: 'changed' }), proof: { password } }),
  ],
  [
    'regenerateToken',
    (call, { token: { id } }, version, password) =>
      regenerateToken(call, { id, version, proof: { password } }),
  ],
  [
    'removeTokens',
    (call, { token: { id } }, version, password) =>
      removeTokens(call, { tokens: [{ id, version }], proof: { password } }),
  ],
];
describe.each(verbs)('%s', (name, change) => {
  it('AZ-1 finds nothing under a foreign id, for a stranger and an administrator alike', async () => {
    const made = await tokenFixture(owner);
    for (const other of [stranger, administrator]) {
      await expect(change(other.call(), made, 1, other.password)).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    expect(await outcomeOf(made.secret)).toBe('valid');
    expect((await eventsOf(made.token.id)).map((event) => event.action)).toEqual(['token.generated']);
  });

  it('API-7 refuses a stale version and says the present one', async () => {
    const made = await tokenFixture(owner);
    const fields = tokenFields({ description: 'first' });
    await editToken(owner.call(), {
      id: made.token.id,
      version: 1,
      fields,
      proof: { password: owner.password },
    });
    await expect(change(owner.call(), made, 1, owner.password)).rejects.toMatchObject({
      code: 'stale_version',
      details: { currentVersion: 2 },
    });
    expect(await readToken(owner.call(), made.token.id)).toMatchObject({ version: 2, description: 'first' });
  });

  it('PWD-1 changes nothing with a missing or a wrong password, or another person’s', async () => {
    const made = await tokenFixture(owner);
    const isRefused = (password: string) =>
      change(owner.call(), made, 1, password).then(
        () => false,
        (error: unknown) =>
          error instanceof DeskError && ['invalid_input', 'wrong_proof'].includes(error.code),
      );
    for (const password of ['', 'not my password', stranger.password])
      expect(await isRefused(password)).toBe(true);
    expect(await readToken(owner.call(), made.token.id)).toMatchObject({
      version: 1,
      description: 'nightly backup',
    });
    expect(await outcomeOf(made.secret)).toBe('valid');
  });

  it('PWD-1 the same request sent again changes nothing more', async () => {
    const made = await tokenFixture(owner);
    await change(owner.call(), made, 1, owner.password);
    await expect(change(owner.call(), made, 1, owner.password)).rejects.toMatchObject({
      code: name === 'removeTokens' ? 'not_found' : 'stale_version',
    });
    expect(await eventsOf(made.token.id)).toHaveLength(2);
  });
});
