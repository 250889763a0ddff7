import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { askDesk } from '@/tests/support/desk-client';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

let door: DoorFixture;
let owner: PersonFixture;

beforeAll(async () => {
  door = await doorFixture();
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
});
afterAll(() => door.close());

const stopping = limitedTo('project:shop', 'environment.control.StopEnv');
const self = (secret: string | null, method = 'GET', path = '', more = {}) =>
  askDesk(door, secret, method, `/api/v1/self${path}`, more);

async function exchange(id: string, secret: string): Promise<string> {
  const { text } = await door.send({
    method: 'POST',
    path: '/oauth/token',
    headers: {
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials&scope=**',
  });
  return (JSON.parse(text) as { access_token: string }).access_token;
}

describe('what am I', () => {
  it('tells a token what it is and what it may do now, though it may do nothing else', async () => {
    const { secret, token } = await tokenFixture(owner, { access: stopping, mayUseInUrls: false });
    const { status, body } = await self(secret);
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: 'token',
      id: token.id,
      description: 'nightly backup',
      owner: { id: owner.person.id, name: 'Vera Blum' },
      access: stopping,
      permissions: [{ permission: 'environment.control.StopEnv', contexts: ['project:shop'] }],
      expiresAt: null,
      mayUseInUrls: false,
      addresses: [],
      notBefore: null,
      requestsPerMinute: null,
    });
  });

  it('tells an access token of the token that it stands in for', async () => {
    const { secret, token } = await tokenFixture(owner, { access: stopping });
    const standIn = await exchange(token.id, secret);
    expect(await self(standIn)).toMatchObject({
      status: 200,
      body: { kind: 'access-token', id: token.id, access: stopping },
    });
    expect((await self(standIn, 'DELETE')).status).toBe(409);
    expect((await self(secret)).status).toBe(200);
  });

  it('WEB-3 says nothing to a cookie or to nobody', async () => {
    expect((await self(null, 'GET', '', { headers: { cookie: '__Host-td-session=x' } })).status).toBe(401);
    expect((await self('td_pat_nonsense')).status).toBe(401);
  });
});

describe('revoke me', () => {
  it('ends the token that asks, whatever it lacks', async () => {
    const { secret } = await tokenFixture(owner, { access: stopping });
    expect((await self(secret, 'DELETE')).status).toBe(204);
    expect((await self(secret)).status).toBe(401);
  });
});

describe('rotate me', () => {
  it('gives a new secret to a token that may renew itself, and kills the old one', async () => {
    const access = limitedTo('global', 'users.authentication.RegenerateToken');
    const administrator = await createPersonFixture({
      name: 'Ada Lind',
      roles: [{ role: 'administrator', context: 'global' }],
    });
    const { secret } = await tokenFixture(administrator, { access });
    const rotated = await self(secret, 'POST', '/rotate');
    expect(rotated.status).toBe(200);
    expect((await self(secret)).status).toBe(401);
    expect((await self(String(rotated.body.secret))).status).toBe(200);
  });

  it('AZ-4 is refused to an access token, which is no token to renew', async () => {
    const { secret, token } = await tokenFixture(owner);
    const standIn = await exchange(token.id, secret);
    expect((await self(standIn, 'POST', '/rotate')).status).toBe(409);
    expect((await self(secret)).status).toBe(200);
  });

  it('is refused to a token without the permission, which stays alive', async () => {
    const { secret } = await tokenFixture(owner, { access: stopping });
    expect((await self(secret, 'POST', '/rotate')).status).toBe(403);
    expect((await self(secret)).status).toBe(200);
  });
});

it('the catalog lists permissions and sets with what they include', async () => {
  const { secret } = await tokenFixture(owner, { access: stopping });
  const { status, body } = await askDesk(door, secret, 'GET', '/api/v1/catalog');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    operations: expect.arrayContaining([expect.objectContaining({ code: 'desk.people.Manage' })]) as unknown,
    permissionSets: expect.arrayContaining([expect.objectContaining({ name: 'IDE Plugins' })]) as unknown,
  });
});
