import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTokensByNumber } from '@/lib/db/tokens';
import { createEnvironment } from '@/lib/services/platform/environments/create-environment';
import { readEnvironment } from '@/lib/services/platform/environments/read-environment';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { callAuthentication, type WireReply } from '@/tests/support/virtuozzo-call';

let door: DoorFixture;
let owner: PersonFixture;
let secret: string;

beforeAll(async () => {
  door = await doorFixture();
  for (const key of ['shop', 'annex']) {
    await createProjectFixture(key);
    await createEnvironment(systemCall(), { env: { shortdomain: `my-${key}` }, envGroups: key });
  }
  owner = await createPersonFixture({
    name: 'Ada Novak',
    roles: [
      { role: 'member', context: 'global' },
      { role: 'project-admin', context: 'project:shop' },
      { role: 'viewer', context: 'project:annex' },
    ],
  });
  ({ secret } = await tokenFixture(owner));
});
afterAll(() => door.close());

const [getEnvs, stopEnv] = ['environment.control.GetEnvs', 'environment.control.StopEnv'];
const call = (method: string, fields: Record<string, string> = {}, by = secret) =>
  callAuthentication(door, method, by, fields);

async function stop(envName: string, presented = ''): Promise<WireReply> {
  const path = `/1.0/environment/control/rest/stopenv?envName=${envName}&session=${presented}`;
  return JSON.parse((await door.send({ path })).text) as WireReply;
}

async function accessOf({ token }: WireReply) {
  const [found] = await findTokensByNumber(owner.person.id, [token?.id ?? 0]);
  return found?.access;
}

describe('as the documentation tells it', () => {
  test('a token is generated, used in a URL, edited, regenerated and removed, each change with the password', async () => {
    const { password } = owner;
    const made = await call('CreateToken', {
      description: 'stop my project',
      expiresAt: '2099-12-31 00:00:00',
      apiList: stopEnv,
      password,
    });
    expect(await stop('my-shop', made.token?.key)).toEqual({ result: 0 });
    expect((await readEnvironment(systemCall(), { envName: 'my-shop' })).status).toBe('stopped');

    const id = String(made.token?.id);
    const edited = await call('EditToken', {
      id,
      description: 'stop all',
      tokenTemplate: 'Extended Access',
      password,
    });
    expect(edited.token).toMatchObject({
      description: 'stop all',
      tokenTemplate: { name: 'Extended Access' },
    });

    const renewed = await call('RegenerateToken', { id, password });
    expect(await stop('my-shop', made.token?.key)).toMatchObject({ result: 702 });
    expect(await stop('my-shop', renewed.token?.key)).toMatchObject({ result: 2212 });

    expect(await call('DeleteTokens', { ids: id, password })).toEqual({ result: 0 });
    expect(await stop('my-shop', renewed.token?.key)).toMatchObject({ result: 702 });
  });

  test('AZ-4 Extended Access is everything but passwords, tokens and the desk', async () => {
    const { token } = await call('CreateToken', { description: 'x', tokenTemplate: 'Extended Access' });
    const own = token?.apiListItems.map(({ method }) => method) ?? [];
    expect(own.filter((method) => /^(?:users\.authentication|desk)\./.test(method))).toEqual([]);
    for (const method of [
      'GetTokens',
      'GetTokenTemplates',
      'GetTokenApiList',
      'CreateToken',
      'EditToken',
      'RegenerateToken',
      'DeleteTokens',
      'CheckPassword',
      'Signout',
    ]) {
      const fields = { description: 'x', apiList: getEnvs, id: '1', ids: '1', password: owner.password };
      const reply = await call(method, method === 'RegenerateToken' ? { id: '1' } : fields, token?.key);
      expect(reply).toMatchObject({
        result: 8202,
        error: expect.stringContaining(`users.authentication.${method}`) as string,
      });
    }
  });
});

describe('contexts', () => {
  test('TOK-9 what is held in projects only is given there, what is held nowhere is refused by name', async () => {
    const made = await call('CreateToken', { description: 'x', apiList: `${getEnvs},${stopEnv}` });
    expect(await accessOf(made)).toEqual({
      kind: 'limited',
      entries: [
        { context: 'project:annex', permissions: [getEnvs] },
        { context: 'project:shop', permissions: [getEnvs, stopEnv] },
      ],
    });
    expect(made.token?.apiListItems.map(({ method }) => method)).toEqual([getEnvs, stopEnv]);
    expect(await stop('my-annex', made.token?.key)).toMatchObject({ result: 8202 });
    const refused = await call('CreateToken', { description: 'x', apiList: `${getEnvs},desk.people.Manage` });
    expect(refused).toMatchObject({
      result: 8,
      reason: expect.stringContaining('desk.people.Manage') as string,
      missing: [{ permission: 'desk.people.Manage', context: 'global' }],
    });
  });

  test('TOK-9 an edit keeps the contexts that the dashboard gave, and widens nothing when a list is read and written back', async () => {
    const access = limitedTo('project:shop', getEnvs);
    const { token } = await tokenFixture(owner, { access, description: 'in the shop' });
    const listed = (await call('GetTokens')).apiTokens?.find(
      ({ description }) => description === 'in the shop',
    );
    const id = String(listed?.id);
    expect(await accessOf(await call('EditToken', { id, description: 'renamed' }))).toEqual(access);
    const apiList = JSON.stringify(listed?.apiListItems.map(({ method }) => method));
    expect(await accessOf(await call('EditToken', { id, apiList }))).toEqual(access);
    expect(await accessOf(await call('EditToken', { id, apiList: `${getEnvs},${stopEnv}` }))).toEqual(
      limitedTo('project:shop', getEnvs, stopEnv),
    );
    expect(token.contexts).toEqual(['project:shop']);
  });
});

describe('bad input', () => {
  const headers = (type: string) => ({ authorization: `Bearer ${secret}`, 'content-type': type });
  const form = 'application/x-www-form-urlencoded';
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

  test.each<[string, string, string | Buffer, number, number | null]>([
    ['JSON where a form is due', 'application/json', `{"description":"x","apiList":"${getEnvs}"}`, 415, null],
    ['a body of 60 MB', form, Buffer.alloc(60_000_000, 97), 413, null],
    ['a list nested deep', form, `description=x&apiList=${deep}`, 200, 3],
    ['a list of thousands', form, `description=x&apiList=${`${'a,'.repeat(20_000)}b`}`, 200, 3],
    ['text that is no UTF-8', form, `description=%ff%fe&apiList=${getEnvs}`, 200, 3],
    ['a NUL', form, `description=a%00b&apiList=${getEnvs}`, 200, 3],
    [
      'lines that would split a header',
      form,
      `description=a%0d%0aSet-Cookie:%20x&apiList=${getEnvs}`,
      200,
      3,
    ],
    ['a parameter twice', form, `description=x&description=y&apiList=${getEnvs}`, 200, 3],
    ['the name of a prototype', form, `description=x&apiList=__proto__&__proto__=x`, 200, 3],
  ])('API-5 %s makes nothing', async (_what, type, body, status, result) => {
    const before = (await call('GetTokens')).apiTokens?.length;
    const sent = door.send({
      method: 'POST',
      path: '/1.0/users/authentication/rest/CreateToken',
      headers: headers(type),
      body,
    });
    // A body that is refused unread may meet a closed connection.
    const answer = await sent.catch(() => null);
    if (answer !== null) {
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.text)).toMatchObject(result === null ? { status } : { result });
    }
    expect((await call('GetTokens')).apiTokens?.length).toBe(before);
  });
});
