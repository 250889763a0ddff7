import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { findPerson } from '@/lib/db/people';
import { countTokens } from '@/lib/db/tokens';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { tokenFixture } from '@/tests/support/tokens';
import { callAuthentication, type WireReply } from '@/tests/support/virtuozzo-call';

let door: DoorFixture;
let owner: PersonFixture;
let secret: string;

const person = (name: string) =>
  createPersonFixture({ name, roles: [{ role: 'administrator', context: 'global' }] });
beforeAll(async () => {
  door = await doorFixture();
  await createProjectFixture('shop');
  owner = await person('Ines Caldeira');
  ({ secret } = await tokenFixture(owner));
});
afterAll(() => door.close());

const call = (method: string, by: string | null, fields: Record<string, string> = {}) =>
  callAuthentication(door, method, by, fields);
const signin = (who: PersonFixture, password = who.password) =>
  call('Signin', null, { login: who.person.email, password });
const authentication = '/1.0/users/authentication/rest';

async function sessionOf(who: PersonFixture): Promise<string> {
  const { session } = await signin(who);
  if (session === undefined) throw new Error('No session was opened.');
  return session;
}

async function get(path: string): Promise<WireReply> {
  return JSON.parse((await door.send({ path })).text) as WireReply;
}

describe('a session', () => {
  test('begins with Signin, serves every operation, ends with Signout, and is 702 from then on', async () => {
    const reply = await signin(owner);
    expect(reply).toEqual({
      result: 0,
      session: expect.stringMatching(/^td_ses_\w{49}$/) as string,
      uid: (await findPerson({ id: owner.person.id }))?.number,
      email: owner.person.email,
      name: 'Ines Caldeira',
      status: 1,
    });
    const { session = '' } = reply;
    const inQuery = `?session=${session}`;
    expect(await get(`/1.0/users/account/rest/getuserinfo${inQuery}`)).toMatchObject({
      result: 0,
      email: owner.person.email,
    });
    const env = encodeURIComponent('{"shortdomain":"by-session"}');
    const made = `/1.0/environment/control/rest/createenvironment${inQuery}&env=${env}&envGroups=shop`;
    expect(await get(made)).toMatchObject({ result: 0 });
    expect(
      await call('CreateToken', session, { description: 'x', tokenTemplate: 'Full Access' }),
    ).toMatchObject({
      result: 0,
    });
    expect(await call('Signout', session)).toEqual({ result: 0 });
    for (const method of ['GetTokens', 'Signout', 'CheckPassword'])
      expect(await call(method, session, { password: owner.password })).toMatchObject({ result: 702 });
  });

  test('PWD-6 unknown login, wrong password and a login that is none are one and the same 701', async () => {
    const replies = [
      await signin(owner, 'not my password at all'),
      await call('Signin', null, { login: 'nobody@example.org', password: owner.password }),
      await call('Signin', null, { login: 'no email', password: owner.password }),
    ];
    expect(replies[0]).toMatchObject({ result: 701, error: 'authentication failed', source: 'hx-core' });
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  });

  test('PWD-5 five wrong passwords pause the sign-in, and the right one is refused alike', async () => {
    const paused = await person('Pia Wolf');
    for (let guess = 0; guess < 5; guess += 1) await signin(paused, 'wrong');
    expect(await signin(paused)).toMatchObject({ result: 701 });
    expect(await signin(paused)).not.toHaveProperty('session');
  });

  test('is not changed by a browser that follows a link, nor opened with a password in the address', async () => {
    const session = await sessionOf(owner);
    const headers = { 'sec-fetch-mode': 'navigate' };
    const before = await countTokens(owner.person.id);
    const path = `${authentication}/CreateToken?description=x&tokenTemplate=Marketplace&session=${session}`;
    expect((await door.send({ path, headers })).text).toContain('"result":8');
    expect(await countTokens(owner.person.id)).toBe(before);
    const { email: login } = owner.person;
    const query = new URLSearchParams({ login, password: owner.password }).toString();
    for (const method of ['GET', 'POST']) {
      const answer = await door.send({ method, path: `${authentication}/signin?${query}` });
      expect(JSON.parse(answer.text)).toMatchObject({ result: 3, error: 'invalid parameter [password]' });
    }
    expect(door.logged.join('')).not.toMatch(new RegExp(`${owner.password.split(' ')[0]}|${session}`));
  });

  test('API-1 a session and a token together are a 400', async () => {
    const session = await sessionOf(owner);
    const path = `${authentication}/GetTokens?session=${session}`;
    const { status } = await door.send({ path, headers: { 'private-token': secret } });
    expect(status).toBe(400);
  });
});

describe('CheckPassword', () => {
  test('PWD-5 tells a session whether the password is right, within its failure budget', async () => {
    const who = await person('Cora Lind');
    const session = await sessionOf(who);
    const { password } = who;
    expect(await call('CheckPassword', session, { password })).toEqual({ result: 0 });
    for (let guess = 0; guess < 5; guess += 1)
      expect(await call('CheckPassword', session, { password: 'wrong' })).toMatchObject({ result: 701 });
    expect(await call('CheckPassword', session, { password })).toMatchObject({
      result: 701,
      reason: expect.stringContaining('Too many') as string,
    });
  });

  test.each(['CheckPassword', 'Signout'])(
    'AZ-4 no token does it, whatever it holds: %s is 8202',
    async (method) => {
      const reply = await call(method, secret, { password: owner.password });
      expect(reply).toMatchObject({
        result: 8202,
        error: expect.stringContaining(`users.authentication.${method}`) as string,
      });
      expect(await call('GetTokens', secret)).toMatchObject({ result: 0 });
    },
  );
});

describe('the password of a change', () => {
  const changes = (id: number): [string, Record<string, string>][] => [
    ['CreateToken', { description: 'x', tokenTemplate: 'Marketplace' }],
    ['EditToken', { id: String(id), description: 'y' }],
    ['RegenerateToken', { ids: String(id) }],
    ['DeleteTokens', { ids: String(id) }],
  ];

  async function target() {
    const { token } = await call('CreateToken', secret, { description: 'x', tokenTemplate: 'Marketplace' });
    return token?.id ?? 0;
  }

  test('PWD-1 is checked where it is given: a wrong one is 701 and changes nothing', async () => {
    const id = await target();
    const before = await call('GetTokens', secret);
    for (const [method, fields] of changes(id)) {
      const reply = await call(method, secret, { ...fields, password: 'wrong' });
      expect(reply).toMatchObject({ result: 701, reason: expect.stringContaining('left') as string });
    }
    expect((await call('GetTokens', secret)).apiTokens?.length).toBe(before.apiTokens?.length);
    for (const [method, fields] of changes(id))
      expect(await call(method, secret, { ...fields, password: owner.password })).toMatchObject({
        result: 0,
      });
    const [event] = await findEvents({ actions: ['proof.refused'] }, 1, 'newest');
    expect(event).toMatchObject({ outcome: 'refused', subjectId: owner.person.id });
  });
});
