import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProject } from '@/lib/db/projects';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { codecanvas, exchanged, unknownId } from '@/tests/support/codecanvas';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

const stop = 'environment.control.StopEnv';
const profiles = '/team-directory/profiles';
let front: DoorFixture;
let vera: PersonFixture;
let root: PersonFixture;
let ofVera: string;
let ofRoot: string;
beforeAll(async () => {
  front = await doorFixture();
  await createProjectFixture('shop');
  await createProjectFixture('annex');
  vera = await createPersonFixture({
    name: 'Vera van Blum',
    roles: [
      { role: 'member', context: 'global' },
      { role: 'project-admin', context: 'project:shop' },
    ],
  });
  root = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  ofVera = (await tokenFixture(vera)).secret;
  ofRoot = (await tokenFixture(root)).secret;
});
afterAll(() => front.close());
const ask = (request: string, data?: unknown, by = ofVera) => codecanvas(front, by, request, data);

describe('a profile', () => {
  it('is one’s own by me, by id and by username alike', async () => {
    const { id, email } = vera.person;
    const expected = {
      id,
      username: email,
      name: { firstName: 'Vera van', lastName: 'Blum' },
      emails: [{ email }],
      suspended: false,
    };
    for (const name of [
      'me',
      `id:${id}`,
      `username:${email}`,
      `username:${encodeURIComponent(email.toUpperCase())}`,
    ]) {
      const answer = await ask(`GET ${profiles}/${name}`);
      expect([answer.status, answer.body]).toEqual([200, expected]);
    }
    expect((await ask(`GET ${profiles}/me?$fields=id,name(lastName)`)).body).toEqual({
      id,
      name: { lastName: 'Blum' },
    });
  });

  it('of another person is for administrators', async () => {
    const answer = await ask(`GET ${profiles}/username:${vera.person.email}`, undefined, ofRoot);
    expect([answer.status, answer.body]).toMatchObject([200, { id: vera.person.id }]);
    expect((await ask(`GET ${profiles}/id:${unknownId()}`, undefined, ofRoot)).status).toBe(404);
  });

  it('takes users.account.GetUserInfo of a limited token', async () => {
    const { secret } = await tokenFixture(vera, { access: limitedTo('project:shop', stop) });
    expect((await ask(`GET ${profiles}/me`, undefined, secret)).status).toBe(403);
  });

  it.each(['nobody', 'id:', 'email:x@example.org', 'ME', 'id%3A'])('%s is none', async (name) => {
    const answer = await ask(`GET ${profiles}/${name}`);
    expect([answer.status, (answer.body as { error: string }).error]).toEqual([400, 'validation-error']);
  });
});

describe('AZ-1 another person’s profile, to someone who is no administrator', () => {
  const calls: [string, string, unknown][] = [
    ['reading it', 'GET @', undefined],
    ['listing tokens', 'GET @/permanent-tokens', undefined],
    ['creating one', 'POST @/permanent-tokens', { name: 'x', scope: '**' }],
    ['changing one', 'PATCH @/permanent-tokens/#', { name: 'x' }],
    ['deleting one', 'DELETE @/permanent-tokens/#', undefined],
    ['deleting the current one', 'DELETE @/permanent-tokens/current', undefined],
  ];
  it.each(calls)(
    '%s is denied alike whether there is such a person or token or not',
    async (_what, request, data) => {
      const { token } = await tokenFixture(root);
      const told = new Set<string>();
      for (const name of [
        `id:${root.person.id}`,
        `id:${unknownId()}`,
        `username:${root.person.email}`,
        'username:no@example.org',
      ])
        for (const id of [token.id, unknownId()]) {
          const answer = await ask(request.replace('@', `${profiles}/${name}`).replace('#', id), data);
          told.add(`${answer.status} ${answer.text}`);
        }
      expect([...told]).toEqual([expect.stringMatching(/^403 \{"error":"permission-denied"/)]);
    },
  );

  it('AZ-1 a foreign token below one’s own profile is not found, like an unknown one', async () => {
    const { token, secret } = await tokenFixture(root);
    for (const [method, data] of [
      ['PATCH', { name: 'x' }],
      ['DELETE', undefined],
    ] as const) {
      const answers = [token.id, unknownId(), 'x', 'current2'].map((id) =>
        ask(`${method} ${profiles}/me/permanent-tokens/${id}`, data),
      );
      for (const answer of await Promise.all(answers)) {
        expect([answer.status, (answer.body as { error: string }).error]).toEqual([404, 'not-found']);
      }
    }
    expect((await ask('GET /permissions?$fields=deps', undefined, secret)).status).toBe(200);
  });
});

it('an administrator manages the tokens of others below their profiles', async () => {
  const path = `${profiles}/username:${vera.person.email}/permanent-tokens`;
  const made = await ask(`POST ${path}`, { name: 'for Vera', scope: `project:key:shop:${stop}` }, ofRoot);
  expect(made.body).toMatchObject({ first: { profile: { id: vera.person.id } } });
  const { id } = (made.body as { first: { id: string } }).first;
  const patched = await ask(`PATCH ${path}/${id}`, { name: 'renamed' }, ofRoot);
  expect(patched.status).toBe(200);
  const own = await ask(`GET ${profiles}/me/permanent-tokens?$fields=data(name)&$top=1`);
  expect(own.body).toEqual({ data: [{ name: 'renamed' }] });
  expect((await ask(`DELETE ${path}/${id}`, undefined, ofRoot)).status).toBe(200);
  const beyond = await ask(`POST ${path}`, { name: 'x', scope: 'global:desk.people.Manage' }, ofRoot);
  expect(beyond.status).toBe(403);
});

describe('permissions', () => {
  it('are all of the catalog, in groups, with what each depends on', async () => {
    const { status, body } = await ask('GET /permissions');
    const { rights, rightsGroups, deps } = body as Record<string, Record<string, unknown>[]>;
    expect(status).toBe(200);
    expect(rights?.map((each) => each.code)).toEqual([...currentCatalog().byCode.keys()]);
    expect(rights?.find((each) => each.code === stop)).toEqual({
      code: stop,
      title: 'Stop a running environment',
      targetType: 'project',
    });
    expect(rightsGroups?.[0]).toMatchObject({ title: 'environment.control', priority: 0 });
    expect(deps).toContainEqual({ right: stop, dependsOn: ['environment.control.GetEnvs'] });
  });

  const check = async (data: Record<string, unknown>, by = ofVera) => {
    const answer = await ask(
      'POST /permissions/check-permission',
      { uniqueRightCode: stop, target: 'project:key:shop', ...data },
      by,
    );
    return answer.status === 200 ? answer.body : answer.status;
  };

  it.each([
    [{}, true],
    [{ principal: 'profile:me' }, true],
    [{ principal: 'application:me' }, true],
    [{ target: 'global' }, false],
    [{ target: { className: 'GlobalPermissionTarget' } }, false],
    [{ target: { className: 'ProjectPermissionTarget', project: 'key:shop' } }, true],
    [{ target: 'project:key:annex' }, false],
    [{ target: 'project:key:nowhere' }, false],
    [{ target: 'project:id:nobody' }, false],
    [{ target: 'team:key:shop' }, false],
    [{ uniqueRightCode: 'Superadmin' }, false],
    [{ uniqueRightCode: 'users.account.GetUserInfo', target: 'global' }, true],
  ])('check-permission %j is %j', async (data, expected) => {
    expect(await check(data)).toBe(expected);
  });

  it('check-permission answers for the credential that asks, not for its owner', async () => {
    const { token, secret } = await tokenFixture(vera);
    const narrowed = await exchanged(
      front,
      { id: token.id, secret },
      'project:key:shop:environment.control.GetEnvs',
    );
    expect([await check({}, secret), await check({}, narrowed)]).toEqual([true, false]);
    const projectId = (await findProject('shop'))?.id ?? '';
    expect(await check({ target: `project:id:${projectId}` }, secret)).toBe(true);
    const elsewhere = (await findProject('annex'))?.id ?? '';
    expect(await check({ target: `project:id:${elsewhere}` }, secret)).toBe(false);
  });

  it('check-permission about others is for administrators, and tells nobody else whether they exist', async () => {
    const others = [
      `profile:id:${root.person.id}`,
      `profile:id:${unknownId()}`,
      'profile:username:no@example.org',
    ];
    for (const principal of others) expect(await check({ principal })).toBe(403);
    const ofVeraAsked = { principal: `profile:username:${vera.person.email}` };
    expect(await check(ofVeraAsked, ofRoot)).toBe(true);
    expect(await check({ ...ofVeraAsked, target: 'project:key:annex' }, ofRoot)).toBe(false);
    expect(await check({ principal: others[1] }, ofRoot)).toBe(404);
  });

  it.each([
    { principal: 'builtin:all' },
    { uniqueRightCode: 7 },
    { target: null },
    { target: { className: 'ChannelPermissionTarget', channel: 'x' } },
    { more: 1 },
  ])('check-permission refuses %j', async (data) => {
    expect(await check(data)).toBe(400);
  });
});
