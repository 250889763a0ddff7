import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { databaseFile } from '@/lib/db/client';
import { countTokens } from '@/lib/db/tokens';
import type { NewTokenView } from '@/lib/domain/token-view';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFields, tokenFixture } from '@/tests/support/tokens';
import { copyToken } from './copy-token';
import { editToken } from './edit-token';
import { generateToken } from './generate-token';
import { readToken } from './read-token';
import { regenerateToken } from './regenerate-token';
import { removeTokens } from './remove-tokens';
import { verifyToken } from './verify-token';

let owner: PersonFixture;
beforeAll(async () => {
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

/** Makes the log refuse token events while `work` runs, as a full disk would. */
async function withoutLog(work: () => Promise<void>): Promise<void> {
  const database = new Database(databaseFile());
  database.exec(`CREATE TRIGGER refuse BEFORE INSERT ON "Event" WHEN NEW."subjectKind" = 'token'
    BEGIN SELECT RAISE(ABORT, 'no event'); END`);
  try {
    await work();
  } finally {
    database.exec('DROP TRIGGER refuse');
    database.close();
  }
}

const changes: [string, (made: NewTokenView, proof: { password: string }) => Promise<unknown>][] = [
  ['generateToken', (_made, proof) => generateToken(owner.call(), { fields: tokenFields(), proof })],
  [
    'copyToken',
    ({ token }, proof) => copyToken(owner.call(), { sourceId: token.id, fields: tokenFields(), proof }),
  ],
  [
    'editToken',
    ({ token: { id } }, proof) =>
      editToken(owner.call(), { id, version: 1, fields: tokenFields({ description: 'changed' }), proof }),
  ],
  ['regenerateToken', ({ token: { id } }, proof) => regenerateToken(owner.call(), { id, version: 1, proof })],
  [
    'removeTokens',
    ({ token: { id } }, proof) => removeTokens(owner.call(), { tokens: [{ id, version: 1 }], proof }),
  ],
];

describe('no event, no change', () => {
  it.each(changes)('AUD-1 %s is rolled back when its event cannot be written', async (_name, change) => {
    const made = await tokenFixture(owner);
    const before = await countTokens(owner.person.id);
    await withoutLog(async () => {
      await expect(change(made, { password: owner.password })).rejects.toThrow();
    });
    expect(await countTokens(owner.person.id)).toBe(before);
    expect(await readToken(owner.call(), made.token.id)).toMatchObject({
      version: 1,
      description: 'nightly backup',
    });
    expect((await verifyToken(made.secret, new Date())).outcome).toBe('valid');
  });
});
