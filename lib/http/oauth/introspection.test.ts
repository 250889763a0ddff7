import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reading, writing } from '@/lib/db/client';
import { activeTokenSchema } from '@/lib/domain/api/oauth-introspection';
import { flushGrantUses } from '@/lib/services/tokens/count-grant-use';
import { flushUses } from '@/lib/services/tokens/write-behind';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { doorFixture, type Answered, type DoorFixture, type Wanted } from '@/tests/support/door';
import { asBasic, introspect } from '@/tests/support/introspect';
import { resourceServerFixture, type ResourceServerFixture } from '@/tests/support/resource-server';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

const stop = 'environment.control.StopEnv';
const start = 'environment.control.StartEnv';
const list = 'marketplace.app.GetList';
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
let door: DoorFixture;
let owner: PersonFixture;
let server: ResourceServerFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  await createPersonFixture({ name: 'Ada', roles: [{ role: 'administrator', context: 'global' }] });
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
  door = await doorFixture({ publicUrl: 'https://desk.example.org' });
  server = await resourceServerFixture(['environment']);
});
afterAll(() => door.close());

const ask = (
  fields: Readonly<Record<string, string>> | string,
  headers: Wanted['headers'] = { Authorization: asBasic(server) },
) => introspect(door, fields, headers);
const parsed = ({ text }: Answered) => JSON.parse(text) as Record<string, unknown>;
const limited = (...permissions: string[]) =>
  tokenFixture(owner, { access: limitedTo('project:shop', ...permissions) });

describe('POST /oauth/introspect', () => {
  it('INT-3 says of an active token what RFC 7662 names, never to be stored', async () => {
    const { token, secret } = await tokenFixture(owner, {
      access: limitedTo('project:shop', stop, 'environment.control.GetEnvs', 'users.account.GetUserInfo'),
      expiry: '2030-01-02T03:04:05.000Z',
    });
    const answer = await ask({ token: secret });
    expect(answer.status).toBe(200);
    const exact = activeTokenSchema.strict().parse(parsed(answer));
    expect(exact).toEqual({
      active: true,
      scope: `project:key:shop:environment.control.GetEnvs project:key:shop:${stop}`,
      sub: owner.person.id,
      username: owner.person.email,
      client_id: token.id,
      exp: Date.parse('2030-01-02T03:04:05.000Z') / 1_000,
      iat: Math.floor(Date.parse(token.createdAt) / 1_000),
      iss: 'https://desk.example.org',
      aud: server.client.name,
      jti: token.id,
      token_type: 'Bearer',
    });
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-store',
      pragma: 'no-cache',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it('INT-3 names what full access holds now, and no end where there is none', async () => {
    const { secret } = await tokenFixture(owner);
    const said = parsed(await ask({ token: secret }));
    const scope = String(said.scope).split(' ');
    expect(scope).toContain(`project:key:shop:${stop}`);
    expect(scope.every((each) => each.startsWith('project:key:shop:environment.'))).toBe(true);
    expect(said).not.toHaveProperty('exp');
  });

  it('TOK-9 says what its owner holds now, at the very next request', async () => {
    const other = await createPersonFixture({
      name: 'Narrowed',
      roles: [{ role: 'project-admin', context: 'project:shop' }],
    });
    const { secret } = await tokenFixture(other, { access: limitedTo('project:shop', stop, list) });
    expect(parsed(await ask({ token: secret })).scope).toBe(`project:key:shop:${stop}`);
    const { changeRoles } = await import('@/lib/services/people/change-roles');
    const roles = [{ role: 'viewer', context: 'project:shop' }];
    await changeRoles(systemCall(), { personId: other.person.id, version: other.person.version, roles });
    expect((await ask({ token: secret })).text).toBe('{"active":false}');
  });

  it('INT-3 an access token is told by its own id, beginning and end', async () => {
    const { token, secret } = await tokenFixture(owner);
    const exchanged = await door.send({
      method: 'POST',
      path: '/oauth/token',
      headers: form,
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: `project:key:shop:${stop}`,
        client_id: token.id,
        client_secret: secret,
      }).toString(),
    });
    const said = parsed(await ask({ token: String(parsed(exchanged).access_token) }));
    expect(said).toMatchObject({ active: true, scope: `project:key:shop:${stop}`, client_id: token.id });
    expect(said.jti).not.toBe(token.id);
    expect(Number(said.exp) - Number(said.iat)).toBeGreaterThanOrEqual(3_599);
    expect(Number(said.exp) - Number(said.iat)).toBeLessThanOrEqual(3_600);
  });

  it('says whether a permission is allowed, and what is missing where it is not', async () => {
    const { token, secret } = await limited(stop);
    const asked = (permission: string, context: string) => ask({ token: secret, permission, context });
    expect(parsed(await asked(stop, 'project:shop'))).toMatchObject({
      active: true,
      scope: `project:key:shop:${stop}`,
      allowed: true,
    });
    const denied = parsed(await asked(start, 'project:shop'));
    expect(denied).toMatchObject({
      active: true,
      scope: '',
      allowed: false,
      missing: [{ permission: start, context: 'project:shop' }],
      nearest_set: 'IDE Plugins',
    });
    expect(denied.link).toContain(`${token.id}.`);
    expect(parsed(await asked(stop, 'project:annex'))).toMatchObject({ allowed: false });
    expect(parsed(await asked(stop, 'project:annex'))).not.toHaveProperty('link');
    expect((await asked(list, 'project:shop')).status).toBe(400);
    expect((await asked('environment', 'project:shop')).status).toBe(400);
    expect((await asked(stop, 'everywhere')).status).toBe(400);
  });

  it('a token that is bound to addresses is active only where the caller says a right one', async () => {
    const { secret } = await tokenFixture(owner, { addresses: ['192.0.2.0/24', '2001:db8::/32'] });
    expect(parsed(await ask({ token: secret, address: '192.0.2.77' })).active).toBe(true);
    expect(parsed(await ask({ token: secret, address: '2001:db8::7' })).active).toBe(true);
    for (const address of ['198.51.100.7', 'nowhere', '', '192.0.2.77, 198.51.100.7'])
      expect((await ask({ token: secret, address })).text).toBe('{"active":false}');
    expect((await ask({ token: secret })).text).toBe('{"active":false}');
  });

  it('API-8 a use counts by the limit of the token, and by no other', async () => {
    const { secret } = await tokenFixture(owner, { requestsPerMinute: 2 });
    expect([(await ask({ token: secret })).status, (await ask({ token: secret })).status]).toEqual([
      200, 200,
    ]);
    const third = await ask({ token: secret });
    expect(third.status).toBe(429);
    expect(third.headers['retry-after']).toMatch(/^\d+$/);
  });

  it('is a use of the token: noted with where it came from, and counted for the permission that was allowed', async () => {
    const { token, secret } = await limited(stop);
    await ask({ token: secret, permission: stop, context: 'project:shop', address: '192.0.2.77' });
    await ask({ token: secret, permission: start, context: 'project:shop', address: '192.0.2.77' });
    await flushUses();
    await flushGrantUses();
    const client = await reading();
    const used = await client.token.findUniqueOrThrow({ where: { id: token.id } });
    expect(used.lastUsedAddress).toBe('192.0.2.77');
    expect(await client.grantUse.findMany({ where: { tokenId: token.id } })).toMatchObject([
      { permission: stop, context: 'project:shop' },
    ]);
  });

  it('law 5: Cache-Control: no-cache asks the database, whatever memory says', async () => {
    const { token, secret } = await tokenFixture(owner);
    expect(parsed(await ask({ token: secret })).active).toBe(true);
    // Behind the desk's back, so that memory cannot know.
    await (await writing()).token.update({ where: { id: token.id }, data: { removedAt: new Date() } });
    expect(parsed(await ask({ token: secret })).active).toBe(true);
    const fresh = { Authorization: asBasic(server), 'Cache-Control': 'no-cache' };
    expect((await ask({ token: secret }, fresh)).text).toBe('{"active":false}');
    expect((await ask({ token: secret })).text).toBe('{"active":false}');
  });
});
