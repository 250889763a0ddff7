import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { env } from '@/lib/env';
import { createPersonFixture } from '@/tests/support/desk';
import { tokenFields, tokenFixture } from '@/tests/support/tokens';
import { editToken } from './edit-token';
import { noteUse } from './note-use';
import { regenerateToken } from './regenerate-token';
import { verifyToken } from './verify-token';
import { flushUses } from './write-behind';

/** Every part of a secret's random half of this length. */
function partsOf(secret: string, length: number): string[] {
  const random = secret.slice('td_pat_'.length);
  return Array.from({ length: random.length - length + 1 }, (_, start) =>
    random.slice(start, start + length),
  );
}

/** Everything below the data directory, as one text of bytes: database, write-ahead log, keys. */
function everythingStored(): string {
  return readdirSync(env().dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

describe('secrets at rest', () => {
  it('TOK-3 a hundred secrets leave no trace of eight characters in the database, its log or the keys', async () => {
    const owner = await createPersonFixture({
      name: 'Vera Blum',
      roles: [{ role: 'administrator', context: 'global' }],
    });
    const made = [];
    for (let index = 0; index < 100; index += 1) made.push(await tokenFixture(owner));
    const secrets = made.map(({ secret }) => secret);
    const [first, second] = made;
    if (first === undefined || second === undefined) throw new Error('No tokens were made.');
    const proof = { password: owner.password };
    await editToken(owner.call(), { id: first.token.id, version: 1, fields: tokenFields(), proof });
    secrets.push((await regenerateToken(owner.call(), { id: second.token.id, version: 1, proof })).secret);
    for (const { secret, token } of made) {
      await verifyToken(secret, new Date());
      noteUse(token.id, owner.person.id, { at: new Date(), address: '192.0.2.7', userAgent: 'curl' });
    }
    await flushUses();
    const stored = everythingStored();
    expect(stored).toContain(first.token.id);
    expect(stored).toContain(first.secret.slice(-4));
    const parts = new Set(secrets.flatMap((secret) => partsOf(secret, 8)));
    const found: string[] = [];
    for (const [run] of stored.matchAll(/[0-9A-Za-z]{8,}/g)) {
      for (let at = 0; at + 8 <= run.length; at += 1) if (parts.has(run.slice(at, at + 8))) found.push(run);
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('TOK-3 a token’s id is not made of its secret', async () => {
    const owner = await createPersonFixture({ name: 'Ida Roth', roles: [] });
    const { secret, token } = await tokenFixture(owner);
    const inputs = [secret, secret.slice(7), secret.slice(7, 50)];
    const derived = inputs.flatMap((input) =>
      ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) => {
        const digest = createHash(algorithm).update(input).digest();
        return [digest.toString('base64url'), digest.toString('hex')];
      }),
    );
    expect(derived.some((text) => text.includes(token.id) || token.id.includes(text.slice(0, 8)))).toBe(
      false,
    );
    expect(partsOf(secret, 8).some((part) => token.id.includes(part))).toBe(false);
  });
});
