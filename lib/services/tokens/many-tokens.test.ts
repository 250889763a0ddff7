import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { databaseFile, reading } from '@/lib/db/client';
import { countTokens } from '@/lib/db/tokens';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { tokenFields, tokenFixture } from '@/tests/support/tokens';
import { copyToken } from './copy-token';
import { generateToken } from './generate-token';
import { listTokens } from './list-tokens';
import { tokensPerPerson } from './sign-out-token';

let owner: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
});

/** Copies a token's row until its owner has `total`, without the verbs. */
function fillUp(tokenId: string, total: number): void {
  const database = new Database(databaseFile());
  database
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO "Token" ("id", "number", "ownerId", "description", "access", "grants", "createdAt", "changedAt", "digest", "keyId", "hintStart", "hintEnd")
      SELECT 'copy-' || i, (SELECT MAX("number") FROM "Token") + i, "ownerId", 'copy ' || i, "access", "grants", "createdAt", "changedAt", 'digest-' || i, "keyId", "hintStart", "hintEnd"
      FROM "Token", n WHERE "id" = ?`,
    )
    .run(total - 1, tokenId);
  database.close();
}

describe('a person with very many tokens', { timeout: 60_000 }, () => {
  it('REL-6 the limit holds against several at once, by generating and by copying', async () => {
    const { token } = await tokenFixture(owner, {
      access: { kind: 'limited', entries: [{ context: 'project:shop', set: 'IDE Plugins' }] },
    });
    fillUp(token.id, tokensPerPerson - 1);
    const input = () => ({ fields: tokenFields(), proof: { password: owner.password } });
    const settled = await Promise.allSettled([
      generateToken(owner.call(), input()),
      copyToken(owner.call(), { sourceId: token.id, ...input() }),
      generateToken(owner.call(), input()),
      copyToken(owner.call(), { sourceId: token.id, ...input() }),
    ]);
    expect(settled.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    for (const each of settled)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'conflict' });
    expect(await countTokens(owner.person.id)).toBe(tokensPerPerson);
  });

  it('finds a page by the index of its owner, sorting nothing, and counts all', async () => {
    const { rows, total, counts } = await listTokens(owner.call(), { offset: 10_000, limit: 200 });
    expect(rows).toHaveLength(200);
    expect([total, counts.live, counts.neverUsed]).toEqual([
      tokensPerPerson,
      tokensPerPerson,
      tokensPerPerson,
    ]);
    const client = await reading();
    const plan = await client.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN
      SELECT * FROM "Token" WHERE "ownerId" = ${owner.person.id} AND "removedAt" IS NULL
      ORDER BY "number" DESC LIMIT 200 OFFSET 10000`;
    expect(plan.map((row) => row.detail)).toEqual([
      'SEARCH Token USING INDEX Token_ownerId_removedAt_number_idx (ownerId=? AND removedAt=?)',
    ]);
  });
});
