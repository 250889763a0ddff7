import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEnvironment } from '@/lib/services/platform/environments/create-environment';
import { readEnvironment } from '@/lib/services/platform/environments/read-environment';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { doorFixture, type Answered, type DoorFixture } from '@/tests/support/door';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

let door: DoorFixture;
let owner: PersonFixture;
let secret: string;
let stopper: string;

const json = (answer: Answered) => JSON.parse(answer.text) as Record<string, unknown>;
const bearer = (presented: string) => ({ authorization: `Bearer ${presented}` });
const control = '/1.0/environment/control/rest';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

async function statusOf(envName: string): Promise<string> {
  return (await readEnvironment(systemCall(), { envName })).status;
}

beforeAll(async () => {
  door = await doorFixture();
  await createProjectFixture('shop');
  await createProjectFixture('billing');
  owner = await createPersonFixture({
    name: 'Noor Haddad',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  secret = (await tokenFixture(owner)).secret;
  const access = limitedTo('project:shop', 'environment.control.StopEnv');
  stopper = (await tokenFixture(owner, { access })).secret;
  for (const [shortdomain, envGroups] of [
    ['my-project', 'shop'],
    ['other', 'shop'],
    ['ledger', 'billing'],
  ]) {
    await createEnvironment(systemCall(), { env: { shortdomain }, envGroups });
  }
});
afterAll(() => door.close());

describe('the envelope', () => {
  test('a documented call stops an environment, the path in any case, and answers result 0 alone', async () => {
    const answer = await door.send({ path: `${control}/stopenv?envName=my-project&session=${stopper}` });
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('{"result":0}');
    expect(await statusOf('my-project')).toBe('stopped');
  });

  test('stopping a stopped environment is 2212', async () => {
    const answer = await door.send({
      path: `${control}/StopEnv?envName=my-project`,
      headers: bearer(stopper),
    });
    expect(json(answer)).toMatchObject({ result: 2212, source: 'JEL' });
  });

  test('law 6 a token that lacks the permission is told which, by code 8202', async () => {
    const answer = await door.send({
      path: `${control}/StartEnv?envName=my-project`,
      headers: bearer(stopper),
    });
    expect(json(answer)).toMatchObject({
      result: 8202,
      error: expect.stringContaining('environment.control.StartEnv') as string,
    });
  });

  test('an environment out of sight and one that does not exist are the same 11', async () => {
    const hidden = json(
      await door.send({ path: `${control}/StopEnv?envName=ledger`, headers: bearer(stopper) }),
    );
    const unknown = json(
      await door.send({ path: `${control}/StopEnv?envName=nowhere`, headers: bearer(stopper) }),
    );
    expect(hidden).toEqual({ result: 11, error: 'application [ledger] not exist', source: 'JEL' });
    expect(unknown).toEqual({ result: 11, error: 'application [nowhere] not exist', source: 'JEL' });
  });

  test('GET and POST are alike, address and form are merged, appid, ruk and charset are ignored', async () => {
    const answer = await door.send({
      method: 'POST',
      path: `${control}/getenvinfo?appid=x&appid=y&ruk=1&charset=UTF-8`,
      headers: { ...form, ...bearer(secret) },
      body: 'envName=other&appid=z',
    });
    expect(json(answer)).toMatchObject({
      result: 0,
      env: { envName: 'other', status: 1 },
      envGroups: ['shop'],
    });
    expect(json(answer)).not.toHaveProperty('error');
  });

  test.each([
    ['missing', ''],
    ['too long', `envName=${'a'.repeat(41)}`],
    ['with a control character', 'envName=my%00project'],
    ['with invalid UTF-8', 'envName=my%ff%feproject'],
    ['split over lines', 'envName=my%0d%0aproject'],
    ['twice', 'envName=other&envName=my-project'],
  ])('a name that is %s is invalid parameter [envName]', async (_, query) => {
    const answer = await door.send({ path: `${control}/getenvinfo?${query}`, headers: bearer(secret) });
    expect(json(answer)).toMatchObject({ result: 3, error: 'invalid parameter [envName]' });
  });

  test('API-4 an unknown method is 1702, an unknown path a problem, another HTTP method 405 with Allow', async () => {
    expect(json(await door.send({ path: `${control}/Explode`, headers: bearer(secret) }))).toMatchObject({
      result: 1702,
      error: 'script = Explode not found',
    });
    const unknown = await door.send({ path: '/1.0/nothing', headers: bearer(secret) });
    expect([unknown.status, unknown.headers['content-type']]).toEqual([404, 'application/problem+json']);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
      const answer = await door.send({
        method,
        path: `${control}/StopEnv?envName=other`,
        headers: bearer(secret),
      });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, POST']);
    }
    expect(await statusOf('other')).toBe('running');
  });
});

describe('the credential', () => {
  test('nothing presented is 701; unknown, malformed and removed are one and the same 702', async () => {
    const path = `${control}/getenvinfo?envName=other`;
    expect(json(await door.send({ path }))).toMatchObject({ result: 701 });
    const malformed = await door.send({ path, headers: bearer('td_pat_nonsense') });
    const unknown = await door.send({ path, headers: bearer(`${secret.slice(0, -1)}x`) });
    expect(json(malformed)).toEqual({ result: 702, error: 'invalid session', source: 'hx-core' });
    expect(unknown.text).toBe(malformed.text);
  });

  test('API-1 two credentials, or one twice, are a 400', async () => {
    const path = `${control}/getenvinfo?envName=other`;
    const withQuery = `${path}&session=${secret}`;
    const requests = [
      { path: withQuery, headers: bearer(secret) },
      { path: `${withQuery}&session=${secret}` },
      { path, headers: { ...bearer(secret), 'private-token': secret } },
      { path, headers: { 'private-token': [secret, secret] } },
      { method: 'POST', path: withQuery, headers: form, body: `session=${secret}` },
    ];
    for (const wanted of requests) expect((await door.send(wanted)).status).toBe(400);
    for (const headers of [bearer(secret), { 'private-token': secret }]) {
      expect(json(await door.send({ path, headers }))).toMatchObject({ result: 0 });
    }
  });

  test('WEB-3 a cookie authenticates nothing here, and no other origin is let in', async () => {
    const headers = {
      cookie: `next-auth.session-token=${secret}; session=${secret}`,
      origin: 'https://evil.example',
    };
    const answer = await door.send({ path: `${control}/getenvinfo?envName=other`, headers });
    expect(json(answer)).toMatchObject({ result: 701 });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  test('WEB-3 a body that is no form is 415', async () => {
    const headers = { ...bearer(secret), 'content-type': 'application/json' };
    const answer = await door.send({
      method: 'POST',
      path: `${control}/getenvinfo`,
      headers,
      body: '{"envName":"other"}',
    });
    expect(answer.status).toBe(415);
  });

  test('API-3 a reply to a credential is never kept, sniffed, referred or run', async () => {
    const answer = await door.send({ path: `${control}/getenvinfo?envName=other&session=${secret}` });
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-type': 'application/json; charset=utf-8',
      'content-security-policy': expect.stringContaining('sandbox') as string,
    });
  });

  test('API-3 the global switch refuses a credential in the address, and only there', async () => {
    const closed = await doorFixture({ isQueryCredentialOn: false });
    const path = `${control}/getenvinfo?envName=other`;
    expect(json(await closed.send({ path: `${path}&session=${secret}` }))).toMatchObject({ result: 701 });
    expect(json(await closed.send({ path, headers: bearer(secret) }))).toMatchObject({ result: 0 });
    await closed.close();
  });

  test('API-3 a token that may not be used in URLs is refused there, and from a browser that follows a link', async () => {
    const shy = (await tokenFixture(owner, { mayUseInUrls: false })).secret;
    const query = await door.send({ path: `${control}/StopEnv?envName=other&session=${shy}` });
    expect(json(query)).toMatchObject({ result: 8, reason: expect.stringContaining('URLs') as string });
    const headers = { ...form, 'sec-fetch-mode': 'navigate' };
    const posted = await door.send({
      method: 'POST',
      path: `${control}/StopEnv?envName=other`,
      headers,
      body: `session=${shy}`,
    });
    expect(json(posted)).toMatchObject({ result: 8 });
    const prefetched = await door.send({
      path: `${control}/StopEnv?envName=other&session=${secret}`,
      headers: { 'sec-purpose': 'prefetch' },
    });
    expect(json(prefetched)).toMatchObject({ result: 8 });
    expect(await statusOf('other')).toBe('running');
  });
});
