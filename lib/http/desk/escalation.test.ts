import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countTokens } from '@/lib/db/tokens';
import type { TokenShape } from '@/lib/domain/api/desk-schemas';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { askDesk } from '@/tests/support/desk-client';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import {
  escalationCases,
  escalationProjects,
  managing,
  type TokenStrength,
} from '@/tests/support/escalation.cases';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

let door: DoorFixture;
let owner: PersonFixture;

beforeAll(async () => {
  door = await doorFixture();
  for (const key of escalationProjects) await createProjectFixture(key);
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});
afterAll(() => door.close());

/** What is wanted in the words of our own API, which can say all of it. */
function wordsOf({ access, expiry, mayUseInUrls, ...limits }: TokenStrength) {
  const { addresses = [], notBefore = null, requestsPerMinute = null } = limits;
  const expiresAt = expiry === 'never' ? null : expiry;
  return { access, mayUseInUrls, expiresAt, addresses, notBefore, requestsPerMinute };
}

const ifAny = { 'if-match': '*' };

describe.each(escalationCases.map((each) => [each.title, each] as const))('%s', (_title, given) => {
  const { holder, wanted, isAllowed } = given;

  test('AZ-4 nothing is created or copied beyond the token that asks', async () => {
    const { secret, token } = await tokenFixture(owner, holder);
    const before = await countTokens(owner.person.id);
    const body = { description: 'made', ...wordsOf(wanted) };
    for (const path of ['/api/v1/tokens', `/api/v1/tokens/${token.id}/copy`])
      expect((await askDesk(door, secret, 'POST', path, { body })).status).toBe(isAllowed ? 201 : 403);
    expect(await countTokens(owner.person.id)).toBe(before + (isAllowed ? 2 : 0));
  });

  test('AZ-4 nothing beyond the token that asks is renamed, paused or regenerated', async () => {
    const { secret } = await tokenFixture(owner, holder);
    const target = await tokenFixture(owner, wanted);
    const path = `/api/v1/tokens/${target.token.id}`;
    const ask = (method: string, verb: string, body?: unknown) =>
      askDesk(door, secret, method, path + verb, { headers: ifAny, ...(body === undefined ? {} : { body }) });
    const statuses = [
      (await ask('PATCH', '', { description: 'new' })).status,
      (await ask('POST', '/pause')).status,
      (await ask('POST', isAllowed ? '/resume' : '/pause')).status,
      (await ask('POST', '/regenerate')).status,
    ];
    expect(new Set(statuses)).toEqual(new Set([isAllowed ? 200 : 403]));
    const { outcome } = await verifyToken(target.secret, new Date());
    expect(outcome).toBe(isAllowed ? 'unknown' : 'valid');
  });

  test('AZ-4 no token, itself included, is lifted beyond the token that asks', async () => {
    const { secret, token } = await tokenFixture(owner, holder);
    const small = { ...holder, access: limitedTo('global', ...managing) };
    const other = await tokenFixture(owner, small);
    for (const { id } of [other.token, token]) {
      const edited = await askDesk<TokenShape>(door, secret, 'PATCH', `/api/v1/tokens/${id}`, {
        headers: ifAny,
        body: wordsOf(wanted),
      });
      expect(edited.status).toBe(isAllowed ? 200 : 403);
    }
  });
});
