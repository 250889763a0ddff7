import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countTokens, findTokensByNumber } from '@/lib/db/tokens';
import { wireTime } from '@/lib/domain/virtuozzo/wire-time';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import {
  escalationCases,
  escalationProjects,
  hasSameLimits,
  managing,
  type EscalationCase,
  type TokenStrength,
} from '@/tests/support/escalation.cases';
import { limitedTo } from '@/tests/support/tokens';
import { isWithin, makeToken } from '@/tests/support/within';
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

const make = (strength: TokenStrength) => makeToken(owner, strength);

/** What this API can say of what is wanted: it knows no contexts and no limits. */
function wordsOf({ access, expiry }: TokenStrength): Record<string, string> {
  const expiresAt = expiry === 'never' ? 'never' : wireTime(new Date(expiry));
  if (access.kind === 'full') return { tokenTemplate: 'Full Access', expiresAt };
  const [entry] = access.entries;
  if (entry !== undefined && 'set' in entry) return { tokenTemplate: entry.set, expiresAt };
  return { apiList: (entry?.permissions ?? []).join(','), expiresAt };
}

/** Whether the words of this API say all that is wanted, so that it cannot be understood as less. */
function isSaid({ wanted, holder }: EscalationCase): boolean {
  const everywhere = ({ access }: TokenStrength) =>
    access.kind === 'full' || access.entries.every(({ context }) => context === 'global');
  const isAlike = wanted.mayUseInUrls === holder.mayUseInUrls && hasSameLimits(wanted, holder);
  return everywhere(wanted) && everywhere(holder) && isAlike;
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
    else expect(await isWithin(owner, made, holder.record)).toBe(true);
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
      expect(changed !== undefined && (await isWithin(owner, changed, holder.record))).toBe(true);
    }
  });
});
