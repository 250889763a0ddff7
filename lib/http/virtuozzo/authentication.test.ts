import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countTokens, findTokensByNumber } from '@/lib/db/tokens';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { callAuthentication, type WireReply, type WireToken } from '@/tests/support/virtuozzo-call';

let door: DoorFixture;
let owner: PersonFixture;
let secret: string;

const administrator = [{ role: 'administrator' as const, context: 'global' }];
beforeAll(async () => {
  door = await doorFixture();
  owner = await createPersonFixture({ name: 'Ines Caldeira', roles: administrator });
  ({ secret } = await tokenFixture(owner));
});
afterAll(() => door.close());

type Fields = Parameters<typeof callAuthentication>[3];
const call = (method: string, fields: Fields = {}, by = secret) =>
  callAuthentication(door, method, by, fields);
const isLive = async (presented = '') => (await verifyToken(presented, new Date())).outcome === 'valid';
const methods = (token?: WireToken) => token?.apiListItems.map((item) => item.method);
const [getEnvs, stopEnv] = ['environment.control.GetEnvs', 'environment.control.StopEnv'];

async function create(fields: Record<string, string> = {}): Promise<WireToken> {
  const { token } = await call('CreateToken', { description: 'made', apiList: getEnvs, ...fields });
  if (token === undefined) throw new Error('No token was made.');
  return token;
}

describe('CreateToken', () => {
  test('answers the token with its key, this once, and no member more than documented', async () => {
    const reply = await call('CreateToken', {
      description: 'nightly  build',
      apiList: `${getEnvs},${stopEnv}`,
      expiresAt: '2099-12-24 18:00:00',
    });
    expect(reply).toEqual({
      result: 0,
      token: {
        id: expect.any(Number) as number,
        description: 'nightly  build',
        key: expect.stringMatching(/^td_pat_\w{49}$/) as string,
        expiresAt: '2099-12-24 18:00:00',
        isSystem: false,
        apiListItems: [
          { id: 1, method: getEnvs, isSafe: true, isCollaborationAccessible: true },
          {
            id: expect.any(Number) as number,
            method: stopEnv,
            isSafe: false,
            isCollaborationAccessible: true,
          },
        ],
      },
    });
    expect(await isLive(reply.token?.key)).toBe(true);
    expect(JSON.stringify(await call('GetTokens'))).not.toContain(reply.token?.key);
  });

  test.each<[string, [string, string][]]>([
    ['a JSON array', [['apiList', `["${getEnvs}", "${stopEnv}"]`]]],
    ['a comma list', [['apiList', `${getEnvs}, ${stopEnv}`]]],
    ['a Python list', [['apiList', `['${getEnvs}', '${stopEnv}']`]]],
    ['an old Python list', [['apiList', `[u'${getEnvs}', u"${stopEnv}"]`]]],
    [
      'the key repeated',
      [
        ['apiList', getEnvs],
        ['apiList', stopEnv],
      ],
    ],
    ['the alias env.', [['apiList', 'env.control.GetEnvs,env.control.StopEnv']]],
    ['any case, as paths are', [['apiList', 'Env.control.getenvs,environment.CONTROL.stopenv']]],
    ['one twice', [['apiList', `${getEnvs},${stopEnv},${getEnvs}`]]],
  ])('takes apiList as %s', async (_form, entries) => {
    const { result, token } = await call('CreateToken', [['description', 'x'], ...entries]);
    expect([result, methods(token)]).toEqual([0, [getEnvs, stopEnv]]);
  });

  test('works by GET as by POST, the path in any case, and merges lists of address and form', async () => {
    const path = `/1.0/Users/AUTHENTICATION/rest/createtoken?description=x&apiList=${getEnvs}&session=${secret}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `apiList=${stopEnv}&appid=1&ruk=2&charset=UTF-8`;
    const byGet = JSON.parse((await door.send({ path })).text) as WireReply;
    const byPost = JSON.parse((await door.send({ method: 'POST', path, headers, body })).text) as WireReply;
    expect([methods(byGet.token), methods(byPost.token)]).toEqual([[getEnvs], [getEnvs, stopEnv]]);
  });

  test.each([
    ['by name', { tokenTemplate: 'IDE Plugins' }, { id: 2, name: 'IDE Plugins' }],
    ['in any case', { tokenTemplate: ' maven plugin ' }, { id: 4, name: 'Maven Plugin' }],
    ['by the id of GetTokenTemplates', { tokenTemplate: '3' }, { id: 3, name: 'Marketplace' }],
    ['named full access', { tokenTemplate: 'Full Access' }, { id: 0, name: 'Full Access' }],
  ])('takes a template %s', async (_form, fields, tokenTemplate) => {
    const { token } = await call('CreateToken', { description: 'x', ...fields });
    expect(token?.tokenTemplate).toEqual(tokenTemplate);
    const members = currentCatalog().sets.get(tokenTemplate.name) ?? currentCatalog().byCode.keys();
    expect(methods(token)?.toSorted()).toEqual([...members].toSorted());
  });

  test('takes a template with the very list that it means, and Custom with a list', async () => {
    const apiList = JSON.stringify([...(currentCatalog().sets.get('Maven Plugin') ?? [])]);
    const both = await call('CreateToken', { description: 'x', tokenTemplate: 'Maven Plugin', apiList });
    expect(both.token?.tokenTemplate?.name).toBe('Maven Plugin');
    const custom = await call('CreateToken', { description: 'x', tokenTemplate: 'Custom', apiList: stopEnv });
    expect([custom.token?.tokenTemplate, methods(custom.token)]).toEqual([undefined, [stopEnv]]);
  });

  test.each<[string, string, Record<string, string>, string]>([
    ['no description', 'description', { description: '' }, 'empty'],
    ['a description that is too long', 'description', { description: 'a'.repeat(256) }, '255'],
    ['a description that hides something', 'description', { description: 'a\u202eb' }, 'invisible'],
    ['nothing that it may do', 'apiList', { apiList: '' }, 'apiList'],
    ['an empty list', 'apiList', { apiList: '[]' }, 'at least one'],
    ['a list that is cut off', 'apiList', { apiList: `["${getEnvs}"` }, 'apiList'],
    ['a list of other things', 'apiList', { apiList: '[1, {}]' }, 'apiList'],
    [
      'an unknown method',
      'apiList',
      { apiList: `${getEnvs},environment.control.Explode` },
      'control.Explode',
    ],
    ['a pattern', 'apiList', { apiList: 'environment.*' }, 'environment.*'],
    ['an unknown template', 'tokenTemplate', { tokenTemplate: 'Admin', apiList: '' }, 'Admin'],
    ['a template and another list', 'apiList', { tokenTemplate: 'Marketplace' }, 'Marketplace'],
    ['Custom without a list', 'apiList', { tokenTemplate: 'Custom', apiList: '' }, 'Custom'],
    ['an end that has passed', 'expiresAt', { expiresAt: '2020-01-01 00:00:00' }, 'passed'],
    ['a day that does not exist', 'expiresAt', { expiresAt: '2099-02-30 00:00:00' }, 'calendar'],
    ['an end in words', 'expiresAt', { expiresAt: 'tomorrow' }, 'yyyy-MM-dd'],
  ])('refuses %s: invalid parameter [%s], and makes nothing', async (_what, name, fields, reason) => {
    const before = await countTokens(owner.person.id);
    const reply = await call('CreateToken', { description: 'x', apiList: getEnvs, ...fields });
    expect(reply).toMatchObject({ result: 3, error: `invalid parameter [${name}]` });
    expect(reply.reason).toContain(reason);
    expect(await countTokens(owner.person.id)).toBe(before);
  });

  test.each([
    ['2099-12-24', '2099-12-25 00:00:00'],
    ['24-12-2099', '2099-12-25 00:00:00'],
    ['2099-12-24T18:00:00Z', '2099-12-24 18:00:00'],
    ['never', undefined],
    ['', undefined],
  ])('TOK-8 an end given as "%s" is answered as %s', async (expiresAt, answered) => {
    expect((await create({ expiresAt })).expiresAt).toBe(answered);
  });

  test('AZ-4 a token that ends and may not be used in URLs makes one like it when nothing is said', async () => {
    const access = limitedTo('global', 'users.authentication.CreateToken', getEnvs);
    const { secret: by } = await tokenFixture(owner, {
      access,
      expiry: '2099-06-01T10:00:00Z',
      mayUseInUrls: false,
    });
    const { token } = await call('CreateToken', { description: 'x', apiList: getEnvs }, by);
    expect(token?.expiresAt).toBe('2099-06-01 10:00:00');
    const [made] = await findTokensByNumber(owner.person.id, [token?.id ?? 0]);
    expect(made?.mayUseInUrls).toBe(false);
  });
});

describe('EditToken', () => {
  const before = { apiList: `${getEnvs},${stopEnv}`, expiresAt: '2099-01-01 00:00:00' };
  test.each<[string, Record<string, string>, Partial<WireToken>]>([
    ['the description', { description: 'new' }, { description: 'new' }],
    ['the end', { expiresAt: '2098-01-01 10:00:00' }, { expiresAt: '2098-01-01 10:00:00' }],
    ['nothing', { description: 'made', expiresAt: '', apiList: '', tokenTemplate: '' }, {}],
    ['the template', { tokenTemplate: 'Marketplace' }, { tokenTemplate: { id: 3, name: 'Marketplace' } }],
  ])('changes %s and keeps what is left out; the key stays', async (_what, fields, changed) => {
    const { key, ...token } = await create(before);
    const { result, token: after } = await call('EditToken', { id: String(token.id), ...fields });
    const { apiListItems, ...rest } = after ?? token;
    const { apiListItems: itemsBefore, ...restBefore } = token;
    expect([result, rest]).toEqual([0, { ...restBefore, ...changed }]);
    if (!('tokenTemplate' in changed)) expect(apiListItems).toEqual(itemsBefore);
    expect(await isLive(key)).toBe(true);
  });

  test('takes the end away by the word never', async () => {
    const { id } = await create(before);
    const { token } = await call('EditToken', { id: String(id), expiresAt: 'never' });
    expect(token).not.toHaveProperty('expiresAt');
  });
});

describe('RegenerateToken', () => {
  test.each([['id'], ['ids']])('takes %s; the old value is dead, the new one alive', async (name) => {
    const { id, key } = await create();
    const reply = await call('RegenerateToken', { [name]: String(id), expiresAt: '2099-01-01 00:00:00' });
    expect(reply).toMatchObject({ result: 0, token: { id, expiresAt: '2099-01-01 00:00:00' } });
    expect([await isLive(key), await isLive(reply.token?.key)]).toEqual([false, true]);
  });

  test.each<[string, (id: number) => Record<string, string>, string]>([
    ['no number', () => ({}), 'id'],
    ['two numbers', (id) => ({ ids: `${id};${id + 1}` }), 'ids'],
    ['all', () => ({ ids: '*' }), 'ids'],
    ['two that differ', (id) => ({ id: String(id), ids: String(id + 1) }), 'ids'],
  ])('refuses %s', async (_what, fields, name) => {
    const { id, key } = await create();
    const reply = await call('RegenerateToken', fields(id));
    expect(reply).toMatchObject({ result: 3, error: `invalid parameter [${name}]` });
    expect(await isLive(key)).toBe(true);
  });
});
