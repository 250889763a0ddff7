import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countTokens } from '@/lib/db/tokens';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { manyTokensFixture, tokenFixture } from '@/tests/support/tokens';
import { callAuthentication, type WireReply, type WireToken } from '@/tests/support/virtuozzo-call';

let door: DoorFixture;
let owner: PersonFixture;
let stranger: PersonFixture;
let secret: string;

const person = (name: string) =>
  createPersonFixture({ name, roles: [{ role: 'administrator', context: 'global' }] });
beforeAll(async () => {
  door = await doorFixture();
  stranger = await person('Sol Ito');
  owner = await person('Ines Caldeira');
  ({ secret } = await tokenFixture(owner));
});
afterAll(() => door.close());

const call = (method: string, fields: Record<string, string> = {}, by = secret) =>
  callAuthentication(door, method, by, fields);
const isLive = async (presented = '') => (await verifyToken(presented, new Date())).outcome === 'valid';

async function create(by = secret): Promise<WireToken> {
  const fields = { description: 'made', apiList: 'environment.control.GetEnvs' };
  const { token } = await call('CreateToken', fields, by);
  if (token === undefined) throw new Error('No token was made.');
  return token;
}

describe('numbers of tokens', () => {
  const three = async () => [await create(), await create(), await create()] as const;
  const ids = (reply: WireReply) => reply.apiTokens?.map((token) => token.id);

  test.each<[string, (a: number, b: number) => string]>([
    ['1;4', (a, b) => `${a};${b}`],
    ['1,4', (a, b) => `${a},${b}`],
    ['[1, 4]', (a, b) => `[${a}, ${b}]`],
    ['1;4;1', (a, b) => `${a};${b};${a}`],
  ])('AZ-6 DeleteTokens and GetTokens take ids as %s', async (_form, print) => {
    const [one, two, rest] = await three();
    expect(ids(await call('GetTokens', { ids: print(one.id, two.id) }))).toEqual([one.id, two.id]);
    expect(await call('DeleteTokens', { ids: print(one.id, two.id) })).toEqual({ result: 0 });
    expect(await Promise.all([one, two, rest].map(({ key }) => isLive(key)))).toEqual([false, false, true]);
  });

  test('AZ-6 * is every token of the owner, the one that asks included, and nobody else’s', async () => {
    const other = await person('Abe Moss');
    const { secret: by } = await tokenFixture(other);
    const one = await create(by);
    expect(ids(await call('GetTokens', { ids: '*' }, by))).toEqual(ids(await call('GetTokens', {}, by)));
    expect(await call('DeleteTokens', { ids: '*' }, by)).toEqual({ result: 0 });
    expect([await countTokens(other.person.id), await isLive(one.key)]).toEqual([0, false]);
    expect(await isLive(secret)).toBe(true);
    expect(await call('GetTokens', {}, by)).toMatchObject({ result: 702 });
  });

  test('of more than a thousand the newest are listed and counted, and * removes none', async () => {
    const rich = await person('Ola Berg');
    const [by = ''] = await manyTokensFixture(rich, 1_001);
    const { apiTokens, totalCount } = await call('GetTokens', {}, by);
    expect([apiTokens?.length, totalCount]).toEqual([1_000, 1_001]);
    expect(await call('DeleteTokens', { ids: '*' }, by)).toMatchObject({
      result: 3,
      error: 'invalid parameter [ids]',
    });
    expect(await countTokens(rich.person.id)).toBe(1_001);
  });

  test('AZ-6 one unknown or foreign number refuses the whole call, both alike', async () => {
    const [one] = await three();
    const by = (await tokenFixture(stranger)).secret;
    const foreign = (await call('GetTokens', {}, by)).apiTokens?.[0]?.id ?? 0;
    for (const id of [foreign, 999_999_999]) {
      const mixed = `${one.id};${id}`;
      for (const [method, fields] of [
        ['DeleteTokens', { ids: mixed }],
        ['GetTokens', { ids: mixed }],
        ['EditToken', { id: String(id), description: 'mine now' }],
        ['RegenerateToken', { id: String(id) }],
      ] as const) {
        const reply = await call(method, fields);
        expect(reply).toEqual({
          result: 5,
          error: 'not found',
          source: 'JEL',
          reason: `There is no token ${id}.`,
        });
      }
    }
    expect([await isLive(one.key), await isLive(by)]).toEqual([true, true]);
  });

  test.each([['x'], ['1;x'], ['-1'], ['0'], ['1.5'], ['1 OR 1=1'], ['**'], [';'], ['9'.repeat(30)]])(
    'refuses ids=%s',
    async (wanted) => {
      const [one] = await three();
      const reply = await call('DeleteTokens', { ids: wanted });
      expect(reply).toMatchObject({ result: 3, error: 'invalid parameter [ids]' });
      expect(await isLive(one.key)).toBe(true);
    },
  );
});
