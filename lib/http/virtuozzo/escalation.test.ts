import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rightsOf } from '@/lib/db/rights';
import { countTokens, findTokens, findTokensByNumber } from '@/lib/db/tokens';
import { powerOf } from '@/lib/domain/grant';
import type { Token } from '@/lib/domain/token';
import { wireTime } from '@/lib/domain/virtuozzo/wire-time';
import { beyond } from '@/lib/domain/within';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import {
  escalationCases,
  escalationProjects,
  managing,
  type EscalationCase,
  type TokenStrength,
} from '@/tests/support/escalation.cases';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { callAuthentication } from '@/tests/support/virtuozzo-call';

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

const call = (method: string, secret: string, parameters: Record<string, string>) =>
  callAuthentication(door, method, secret, parameters);

async function make(strength: TokenStrength) {
  const { secret, token } = await tokenFixture(owner, strength);
  const [record] = await findTokens(owner.person.id, [token.id]);
  if (record === undefined) throw new Error('The token was not made.');
  return { secret, record };
}

/** What this API can say of what is wanted: it knows no contexts and no use in URLs. */
function wordsOf({ access, expiry }: TokenStrength): Record<string, string> {
  const expiresAt = expiry === 'never' ? 'never' : wireTime(new Date(expiry));
  if (access.kind === 'full') return { tokenTemplate: 'Full Access', expiresAt };
  const [entry] = access.entries;
  if (entry !== undefined && 'set' in entry) return { tokenTemplate: entry.set, expiresAt };
  return { apiList: (entry?.permissions ?? []).join(','), expiresAt };
}

/** True when `made` exceeds `holder` in nothing. */
async function isWithin(made: Token, holder: Token): Promise<boolean> {
  const catalog = currentCatalog();
  const [wanted, held] = [powerOf(made.access, catalog), powerOf(holder.access, catalog)];
  const isEarly =
    holder.expiresAt === null || (made.expiresAt !== null && made.expiresAt <= holder.expiresAt);
  const more = beyond(wanted, held, await rightsOf(owner.person.id), catalog);
  return more.length === 0 && isEarly && (holder.mayUseInUrls || !made.mayUseInUrls);
}

/** Whether the words of this API say all that is wanted, so that it cannot be understood as less. */
function isSaid({ wanted, holder }: EscalationCase): boolean {
  const everywhere = ({ access }: TokenStrength) =>
    access.kind === 'full' || access.entries.every(({ context }) => context === 'global');
  return everywhere(wanted) && everywhere(holder) && wanted.mayUseInUrls === holder.mayUseInUrls;
}

describe.each(escalationCases.map((each) => [each.title, each] as const))('%s', (_title, given) => {
  const expected = given.isAllowed ? 0 : 8;

  test('AZ-4 CreateToken makes nothing beyond the token that asks', async () => {
    const holder = await make(given.holder);
    const before = await countTokens(owner.person.id);
    const reply = await call('CreateToken', holder.secret, { description: 'made', ...wordsOf(given.wanted) });
    if (isSaid(given)) expect(reply).toMatchObject({ result: expected });
    const [made] = await findTokensByNumber(owner.person.id, [reply.token?.id ?? 0]);
    if (made === undefined) expect(await countTokens(owner.person.id)).toBe(before);
    else expect(await isWithin(made, holder.record)).toBe(true);
    expect(reply.result === 0).toBe(made !== undefined);
  });

  test('AZ-4 EditToken and RegenerateToken touch nothing beyond the token that asks', async () => {
    const holder = await make(given.holder);
    const target = await make(given.wanted);
    const id = String(target.record.number);
    expect(await call('EditToken', holder.secret, { id, description: 'new' })).toMatchObject({
      result: expected,
    });
    const [edited] = await findTokensByNumber(owner.person.id, [target.record.number]);
    expect(edited?.description === 'new').toBe(given.isAllowed);
    const renewed = await call('RegenerateToken', holder.secret, { ids: id });
    expect([renewed.result, renewed.token?.key !== undefined]).toEqual([expected, given.isAllowed]);
    const { outcome } = await verifyToken(target.secret, new Date());
    expect(outcome === 'valid').toBe(!given.isAllowed);
  });

  test('AZ-4 EditToken lifts no token, itself included, beyond the token that asks', async () => {
    const holder = await make(given.holder);
    const own = String(holder.record.number);
    const { wanted } = given;
    const endsLate = given.holder.expiry;
    const other = await make({ ...given.holder, access: limitedTo('global', ...managing), expiry: endsLate });
    for (const id of [String(other.record.number), own]) {
      const reply = await call('EditToken', holder.secret, { id, ...wordsOf(wanted) });
      if (!given.isAllowed && isSaid(given)) expect(reply).toMatchObject({ result: 8 });
      const [changed] = await findTokensByNumber(owner.person.id, [Number(id)]);
      expect(changed !== undefined && (await isWithin(changed, holder.record))).toBe(true);
    }
  });
});
