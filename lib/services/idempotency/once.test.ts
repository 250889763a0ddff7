import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { tokenActor } from '@/lib/auth/token-actor';
import { countTokens } from '@/lib/db/tokens';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { NewTokenView } from '@/lib/domain/token-view';
import { env } from '@/lib/env';
import { copyToken } from '@/lib/services/tokens/copy-token';
import { editToken } from '@/lib/services/tokens/edit-token';
import { generateToken } from '@/lib/services/tokens/generate-token';
import { regenerateToken } from '@/lib/services/tokens/regenerate-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { limitedTo, tokenFields, tokenFixture } from '@/tests/support/tokens';

let owner: PersonFixture;
let keys = 0;
beforeEach(async () => {
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

/** A key of its own, as a client makes one per change. */
function newKey(): string {
  keys += 1;
  return `retry-of-the-nightly-job-${keys}`;
}

/** A call as an API makes it: the credential is its own proof. */
function asApi(idempotencyKey: string, overrides: Partial<Call> = {}): Call {
  return owner.call({ via: 'header', idempotencyKey, ...overrides });
}

const codeOf = (error: unknown) => (error instanceof DeskError ? error.code : String(error));
const generate = (call: Call, description = 'nightly backup') =>
  generateToken(call, { fields: tokenFields({ description }) });

/** Sends until it is told anything but to come again. */
async function insist(send: () => Promise<NewTokenView>): Promise<NewTokenView> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'conflict') throw error;
      expect(error.details.retryAfterSeconds).toBe(1);
    }
  }
}

describe('an Idempotency-Key', () => {
  it('API-6 fifty requests at once with one key make one token, and each is told the same secret', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 50 }, () => insist(() => generate(asApi(key)))));
    expect(new Set(answers.map(({ secret }) => secret)).size).toBe(1);
    expect(new Set(answers.map(({ token }) => token.id)).size).toBe(1);
    expect(await countTokens(owner.person.id)).toBe(1);
  });

  it('API-6 the same key gives the same copy and the same regenerated secret', async () => {
    const { token, secret } = await tokenFixture(owner);
    const [copyKey, renewKey] = [newKey(), newKey()];
    const copy = () => copyToken(asApi(copyKey), { sourceId: token.id, fields: tokenFields() });
    const renew = () => regenerateToken(asApi(renewKey), { id: token.id, version: 1 });
    const [copied, renewed] = [await copy(), await renew()];
    expect(await copy()).toEqual(copied);
    expect(await renew()).toEqual(renewed);
    expect(await countTokens(owner.person.id)).toBe(2);
    expect((await verifyToken(renewed.secret, new Date())).outcome).toBe('valid');
    expect((await verifyToken(secret, new Date())).outcome).toBe('unknown');
  });

  it('API-6 another request under the same key is refused and changes nothing', async () => {
    const key = newKey();
    const { token } = await generate(asApi(key));
    await expect(generate(asApi(key), 'another')).rejects.toMatchObject({ code: 'key_reused' });
    const otherVerb = regenerateToken(asApi(key), { id: token.id });
    await expect(otherVerb).rejects.toMatchObject({ code: 'key_reused' });
    expect(await countTokens(owner.person.id)).toBe(1);
  });

  it('API-6 two callers with the same key do not meet', async () => {
    const key = newKey();
    const mine = await generate(asApi(key));
    const { secret } = await tokenFixture(owner);
    const verification = await verifyToken(secret, new Date());
    if (verification.outcome !== 'valid') throw new Error(verification.outcome);
    const its = await generate(asApi(key, { actor: tokenActor(verification.token) }));
    expect(its.token.id).not.toBe(mine.token.id);
    expect(its.secret).not.toBe(mine.secret);
  });

  it('API-6 an attempt that failed keeps nothing: the key serves the next one', async () => {
    const key = newKey();
    const wrong = generateToken(asApi(key), { fields: tokenFields({ expiry: '01-01-2020' }) });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await generate(asApi(key))).token.description).toBe('nightly backup');
  });

  it('API-6 a day later the key is new', async () => {
    const key = newKey();
    const now = new Date();
    const first = await generate(asApi(key, { now }));
    const before = new Date(now.getTime() + 24 * 3_600_000 - 1);
    expect(await generate(asApi(key, { now: before }))).toEqual(first);
    const later = new Date(now.getTime() + 24 * 3_600_000);
    expect((await generate(asApi(key, { now: later }))).token.id).not.toBe(first.token.id);
  });

  it('API-6 a repetition is refused when the caller is dead, or may no more', async () => {
    const key = newKey();
    const maker = await tokenFixture(owner, {
      access: limitedTo('global', 'users.authentication.CreateToken'),
    });
    const verification = await verifyToken(maker.secret, new Date());
    if (verification.outcome !== 'valid') throw new Error(verification.outcome);
    const actor = tokenActor(verification.token);
    const access = limitedTo('global', 'users.authentication.CreateToken');
    const ask = () => generateToken(asApi(key, { actor }), { fields: tokenFields({ access }) });
    await ask();
    await expect(ask()).resolves.toMatchObject({ token: { access: 'limited' } });
    await removeTokens(asApi(newKey()), { tokens: [{ id: maker.token.id, version: 1 }] });
    expect(codeOf(await ask().catch((error: unknown) => error))).toBe('unauthenticated');
  });

  it('AZ-4 a repetition is refused to a token that was narrowed since, and no longer holds what was given', async () => {
    const maker = await tokenFixture(owner);
    const other = await tokenFixture(owner);
    const ask = async (key: string, change: (call: Call) => Promise<NewTokenView>) => {
      const verification = await verifyToken(maker.secret, new Date());
      if (verification.outcome !== 'valid') throw new Error(verification.outcome);
      return change(asApi(key, { actor: tokenActor(verification.token) }));
    };
    const changes: [string, (call: Call) => Promise<NewTokenView>][] = [
      [newKey(), (call) => generate(call)],
      [newKey(), (call) => copyToken(call, { sourceId: other.token.id, fields: tokenFields() })],
      [newKey(), (call) => regenerateToken(call, { id: other.token.id })],
    ];
    for (const [key, change] of changes) await ask(key, change);
    const kept = ['CreateToken', 'RegenerateToken'].map((method) => `users.authentication.${method}`);
    const narrowed = { id: maker.token.id, fields: { access: limitedTo('global', ...kept) } };
    await editToken(owner.call({ via: 'header' }), narrowed);
    for (const [key, change] of changes)
      await expect(ask(key, change)).rejects.toMatchObject({ code: 'permission_denied' });
  });

  it('API-6 a repetition needs the same proof as the first request', async () => {
    const call = owner.call({ idempotencyKey: newKey() });
    const ask = (password: string) => generateToken(call, { fields: tokenFields(), proof: { password } });
    const first = await ask(owner.password);
    await expect(ask('not the password')).rejects.toMatchObject({ code: 'wrong_proof' });
    expect(await ask(owner.password)).toEqual(first);
  });

  it('API-6 neither the key nor the reply lies open in the data directory', async () => {
    const key = newKey();
    const { secret } = await generate(asApi(key), 'the harbour crane');
    const stored = readdirSync(env().dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
    expect(stored).toContain('the harbour crane');
    expect(stored).not.toContain(key);
    expect(stored).not.toContain(secret.slice('td_pat_'.length));
    expect(stored).not.toContain('"secret"');
  });
});
