import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecret } from '@/lib/crypto/secret';
import { reading, writing } from '@/lib/db/client';
import { findEvents } from '@/lib/db/events';
import { openApiSession } from '@/lib/services/sessions/open-api-session';
import { verifySession } from '@/lib/services/sessions/verify-session';
import { verifyClient } from '@/lib/services/clients/verify-client';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { sendReport } from '@/tests/support/leaks';
import { form } from '@/tests/support/matrix/request';
import { placeToken } from '@/tests/support/matrix/world';
import { resourceServerFixture } from '@/tests/support/resource-server';
import { manyTokensFixture, tokenFixture } from '@/tests/support/tokens';

const answered = [202, '{"message":"What of it was alive has ended."}'];

let door: DoorFixture;
let owner: PersonFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
  door = await doorFixture({ trustedProxies: ['127.0.0.1'] });
});
afterAll(() => door.close());

const report = (credentials: readonly unknown[], from?: string) => sendReport(door, { credentials }, from);
const outcome = async (presented: string) => (await verifyToken(presented, new Date())).outcome;
const exchange = async (id: string, secret: string) => {
  const asked = form('/oauth/token', {
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
  });
  const { text } = await door.send(asked);
  return String((JSON.parse(text) as { access_token: string }).access_token);
};
const eventsOf = async (subjectId: string) =>
  (await findEvents({ subjectIds: [subjectId] }, 10, 'newest')).filter(
    ({ actor }) => actor.kind === 'system',
  );
const session = async () => {
  const { now, requestId, address, userAgent } = systemCall();
  const login = { login: owner.person.email, password: owner.password };
  return openApiSession({ now, requestId, address, userAgent }, login);
};

describe('POST /api/v1/credentials/revoke', () => {
  it('INT-4 law 5: a token that anyone reports is dead at the next request, and its owner’s log says so', async () => {
    const { token, secret } = await tokenFixture(owner);
    const self = () => door.send({ path: '/api/v1/self', headers: { 'private-token': secret } });
    expect((await self()).status).toBe(200);
    const { status, text } = await report([secret], '203.0.113.9');
    expect([status, text]).toEqual(answered);
    expect((await self()).status).toBe(401);
    const by = { actor: { kind: 'system', name: 'a report of a leak' }, address: '203.0.113.9' };
    const events = await eventsOf(token.id);
    expect(events).toMatchObject([
      { action: 'token.removed', ownerId: owner.person.id, data: { by: 'a report of a leak' }, ...by },
      { action: 'leak.reported', ownerId: owner.person.id, data: { description: 'nightly backup' }, ...by },
    ]);
    expect(JSON.stringify(events)).not.toContain(secret.slice(7, 15));
  });

  it('INT-4 is answered alike whatever the strings were', async () => {
    const live = await tokenFixture(owner);
    const access = await exchange(live.token.id, live.secret);
    const dead = { expiresAt: new Date(Date.now() - 1_000) };
    const reported = [
      live.secret,
      live.secret,
      access,
      newSecret(),
      newSecret('access'),
      'td_pat_0000',
      `${live.secret.slice(0, -1)}-`,
      '',
      'ghp_of_another_desk',
      (await placeToken(owner, dead)).secret,
      (await placeToken(owner, { state: 'removed' })).secret,
      (await placeToken(owner, { state: 'paused' })).secret,
      (await resourceServerFixture()).secret,
      (await session()).secret,
    ];
    const looks = new Set<string>();
    for (const each of reported) {
      const { status, text, headers } = await report([each]);
      const { date: _, 'x-request-id': __, ...rest } = headers;
      looks.add(JSON.stringify([status, text, rest]));
    }
    expect([...looks]).toEqual([expect.stringContaining('What of it was alive has ended.')]);
  });

  it('INT-4 what could come to life again ends too: paused, expired, of someone blocked', async () => {
    const blocked = await createPersonFixture({
      name: 'Bruno Blocked',
      roles: [{ role: 'member', context: 'global' }],
    });
    const placed = [
      await placeToken(owner, { state: 'paused' }),
      await placeToken(owner, { expiresAt: new Date(Date.now() - 1_000) }),
      await placeToken(blocked),
    ];
    const data = { blockedAt: new Date() };
    await (await writing()).person.update({ where: { id: blocked.person.id }, data });
    await report(placed.map(({ secret }) => secret));
    for (const { secret } of placed) expect(await outcome(secret)).toBe('removed');
  });

  it('INT-4 an access token ends alone, and the log of its owner says so', async () => {
    const { token, secret } = await tokenFixture(owner);
    const [one, other] = [await exchange(token.id, secret), await exchange(token.id, secret)];
    await report([one]);
    expect([await outcome(one), await outcome(other), await outcome(secret)]).toEqual([
      'unknown',
      'valid',
      'valid',
    ]);
    expect(await eventsOf(token.id)).toMatchObject([
      { action: 'token.access-ended', data: { by: 'a report of a leak' } },
      {
        action: 'leak.reported',
        ownerId: owner.person.id,
        data: { accessToken: expect.any(String) as string },
      },
    ]);
  });

  it('INT-4 the session of an API ends', async () => {
    const { secret, sessionId } = await session();
    await report([secret]);
    expect(await verifySession(secret, new Date())).toBeNull();
    expect((await eventsOf(sessionId)).map(({ action }) => action).slice(0, 2)).toEqual([
      'session.ended',
      'leak.reported',
    ]);
  });

  it('INT-4 a credential of a machine goes on, and administrators find the report', async () => {
    const { client, secret } = await resourceServerFixture();
    await report([secret]);
    expect(await verifyClient(secret, 'resource-server')).toMatchObject({ id: client.id });
    const [newest] = await findEvents({ subjectIds: [client.id] }, 1, 'newest');
    expect(newest).toMatchObject({ action: 'leak.reported', ownerId: null, data: { name: client.name } });
  });

  it('INT-4 the same secret counts once, and one that is dead is no news', async () => {
    const { token, secret } = await tokenFixture(owner);
    await report([secret, 'x', secret, secret]);
    await report([secret]);
    expect(await eventsOf(token.id)).toHaveLength(2);
  });

  it(
    'INT-4 ends a thousand, of several owners, while others are answered in between',
    { timeout: 60_000 },
    async () => {
      const others: PersonFixture[] = [owner];
      for (const name of ['Ines', 'Otto'])
        others.push(await createPersonFixture({ name, roles: [{ role: 'member', context: 'global' }] }));
      const secrets: string[] = [];
      for (const [index, each] of others.entries())
        secrets.push(...(await manyTokensFixture(each, index === 0 ? 334 : 333)));
      const order: string[] = [];
      const reported = report(secrets).then((answer) => (order.push('report'), answer));
      const asked = door
        .send({ path: '/api/v1/catalog', headers: { 'private-token': newSecret() } })
        .then(() => order.push('another'));
      expect([(await reported).status, await asked]).toEqual([202, 1]);
      expect(order).toEqual(['another', 'report']);
      for (const { person } of others) {
        const tokens = (await reading()).token.count({
          where: { ownerId: person.id, removedAt: null, description: { startsWith: 'token ' } },
        });
        expect(await tokens).toBe(0);
      }
      for (const secret of [secrets[0], secrets[500], secrets[999]])
        expect(await outcome(secret ?? '')).toBe('removed');
      const count = (action: string) =>
        findEvents({ actions: [action], ownerId: others[1]?.person.id ?? '' }, 1_000, 'newest');
      expect(
        [await count('leak.reported'), await count('token.removed')].map(({ length }) => length),
      ).toEqual([333, 333]);
    },
  );
});
