import { beforeAll, describe, expect, it } from 'vitest';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFixture } from '@/tests/support/tokens';
import { listTokens } from './list-tokens';
import { readToken } from './read-token';

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

describe('listTokens and readToken', () => {
  it('AZ-1 show nobody the tokens of another, not even an administrator', async () => {
    const made = await tokenFixture(owner, { description: 'for my eyes' });
    for (const other of [stranger, administrator]) {
      const { rows } = await listTokens(other.call(), { offset: 0, limit: 200 });
      expect(rows.map((row) => row.id)).not.toContain(made.token.id);
      await expect(readToken(other.call(), made.token.id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('TOK-6 show what is kept of a secret and never the secret or its digest', async () => {
    const made = await tokenFixture(owner);
    const page = JSON.stringify(await listTokens(owner.call(), { offset: 0, limit: 200 }));
    const view = await readToken(owner.call(), made.token.id);
    expect(page).toContain(made.token.hint);
    expect(page + JSON.stringify(view)).not.toContain(made.secret.slice(11, 50));
    expect(page + JSON.stringify(view)).not.toMatch(/digest|keyId/);
    expect(view).toMatchObject({ accessEntries: { kind: 'full' }, expiry: 'never' });
  });

  it('page newest first and count what the sentence says', async () => {
    const counted = await createPersonFixture({
      name: 'Nora Falk',
      roles: [{ role: 'developer', context: 'project:shop' }],
    });
    const now = new Date('2026-11-22T12:00:00Z');
    const expiries = ['never', '23-11-2026', '02-12-2026', '31-12-2026'] as const;
    for (const expiry of expiries) await tokenFixture(counted, { description: expiry, expiry }, { now });
    await tokenFixture(
      counted,
      {
        expiry: 'never',
        access: { kind: 'limited', entries: [{ context: 'project:shop', set: 'Marketplace' }] },
      },
      { now },
    );
    const list = (at: Date, offset: number, limit: number) =>
      listTokens(counted.call({ now: at }), { offset, limit });
    const first = await list(now, 0, 2);
    expect(first).toMatchObject({
      total: 5,
      counts: { live: 5, ending: 1, neverUsed: 5, narrowed: 1, expired: 0 },
    });
    expect((await list(now, 1, 3)).rows.map((row) => row.description)).toEqual([
      '31-12-2026',
      '02-12-2026',
      '23-11-2026',
    ]);
    const later = await list(new Date('2026-12-03T00:00:00Z'), 0, 5);
    expect(later.counts).toEqual({ live: 3, ending: 0, neverUsed: 3, narrowed: 1, expired: 2 });
    expect(later.rows.map((row) => row.status)).toEqual([
      'narrowed',
      'active',
      'expired',
      'expired',
      'active',
    ]);
  });
});
