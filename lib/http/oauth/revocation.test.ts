import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSecret } from '@/lib/crypto/secret';
import { reading } from '@/lib/db/client';
import { findEvents } from '@/lib/db/events';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { resourceServerFixture, type ResourceServerFixture } from '@/tests/support/resource-server';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

interface Credential {
  id: string;
  secret: string;
}

let door: DoorFixture;
let owner: PersonFixture;
let server: ResourceServerFixture;
let own: Credential;
beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
  door = await doorFixture();
  server = await resourceServerFixture(['environment']);
});
afterAll(() => door.close());
beforeEach(async () => {
  const { token, secret } = await tokenFixture(owner);
  own = { id: token.id, secret };
});

const post = (path: string, by: Credential | null, fields: Readonly<Record<string, string>>) =>
  door.send({
    method: 'POST',
    path,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      ...(by === null
        ? {}
        : { Authorization: `Basic ${Buffer.from(`${by.id}:${by.secret}`).toString('base64')}` }),
    },
    body: new URLSearchParams(fields).toString(),
  });
const revoke = (by: Credential | null, presented: string) => post('/oauth/revoke', by, { token: presented });
const asServer = ({ client, secret }: ResourceServerFixture): Credential => ({ id: client.id, secret });
const exchange = async (by: Credential) => {
  const { text } = await post('/oauth/token', by, { grant_type: 'client_credentials' });
  return String((JSON.parse(text) as { access_token: string }).access_token);
};
const outcome = async (presented: string) => (await verifyToken(presented, new Date())).outcome;
const endings = ['token.removed', 'token.access-ended'] as const;
const lastEvent = async () => (await findEvents({ actions: endings }, 1, 'newest'))[0];

describe('POST /oauth/revoke', () => {
  it('law 5: a token ends itself by its own id and secret, with all its access tokens, at the next request', async () => {
    const access = await exchange(own);
    expect([await outcome(own.secret), await outcome(access)]).toEqual(['valid', 'valid']);
    const answer = await revoke(own, own.secret);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(await outcome(own.secret)).toBe('removed');
    expect(await outcome(access)).not.toBe('valid');
    expect(await lastEvent()).toMatchObject({
      action: 'token.removed',
      subjectId: own.id,
      ownerId: owner.person.id,
      actor: { kind: 'token', tokenId: own.id },
    });
  });

  it('an access token dies alone, and the log of its owner says so', async () => {
    const [one, other] = [await exchange(own), await exchange(own)];
    expect((await revoke(own, one)).status).toBe(200);
    expect([await outcome(one), await outcome(other), await outcome(own.secret)]).toEqual([
      'unknown',
      'valid',
      'valid',
    ]);
    const event = await lastEvent();
    expect(event).toMatchObject({
      action: 'token.access-ended',
      subjectId: own.id,
      ownerId: owner.person.id,
    });
    expect(JSON.stringify(event)).not.toContain(one.slice(8, 20));
  });

  it('a resource server ends what is active for it; the event says which one', async () => {
    const access = await exchange(own);
    await revoke(asServer(server), access);
    expect([await outcome(access), await outcome(own.secret)]).toEqual(['unknown', 'valid']);
    await revoke(asServer(server), own.secret);
    expect(await outcome(own.secret)).toBe('removed');
    expect(await lastEvent()).toMatchObject({
      action: 'token.removed',
      ownerId: owner.person.id,
      actor: { kind: 'system', name: `resource server ${server.client.name}` },
      data: { by: `resource server ${server.client.name}` },
    });
  });

  it('takes the credential in the form as well', async () => {
    const fields = { token: own.secret, client_id: own.id, client_secret: own.secret, token_type_hint: 'x' };
    expect((await post('/oauth/revoke', null, fields)).status).toBe(200);
    expect(await outcome(own.secret)).toBe('removed');
  });

  it('INT-4 answers 200 to what is unknown, dead or of no concern, and changes nothing', async () => {
    const stranger = await createPersonFixture({
      name: 'Stranger',
      roles: [{ role: 'member', context: 'global' }],
    });
    const elsewhere = limitedTo('global', 'marketplace.app.GetList');
    const foreign = (await tokenFixture(stranger, { access: elsewhere })).secret;
    const count = async () => (await reading()).event.count({ where: { action: { in: [...endings] } } });
    const before = await count();
    const looks = new Set<string>();
    for (const presented of [newSecret(), newSecret('access'), 'td_pat_0000', 'x', server.secret, foreign]) {
      for (const by of [own, asServer(server)]) {
        const { status, text, headers } = await revoke(by, presented);
        looks.add(JSON.stringify([status, text, headers['content-type'], headers['content-length']]));
      }
    }
    expect([...looks]).toEqual([JSON.stringify([200, '', 'application/json; charset=utf-8', '0'])]);
    expect(await outcome(foreign)).toBe('valid');
    expect(await count()).toBe(before);
  });

  it.each([
    ['nobody', () => null],
    ['a wrong secret', () => ({ ...own, secret: newSecret() })],
    [
      'a wrong credential of a resource server',
      () => ({ ...asServer(server), secret: newSecret('resource-server') }),
    ],
    ['the id of another', () => ({ ...own, id: server.client.id })],
  ])('API-2 refuses %s with 401 and the challenge, and changes nothing', async (_who, by) => {
    const answer = await revoke(by(), own.secret);
    expect([answer.status, (JSON.parse(answer.text) as { error: string }).error]).toEqual([
      401,
      'invalid_client',
    ]);
    expect(answer.headers['www-authenticate']).toBe('Basic realm="Tokendesk", charset="UTF-8"');
    expect(await outcome(own.secret)).toBe('valid');
  });

  it('an access token revokes nothing: what is exchanged is no client', async () => {
    const access = await exchange(own);
    expect((await revoke({ id: own.id, secret: access }, own.secret)).status).toBe(401);
    expect(await outcome(own.secret)).toBe('valid');
  });

  it('a token that was regenerated is not ended by its former secret', async () => {
    const { regenerateToken } = await import('@/lib/services/tokens/regenerate-token');
    const proof = { password: owner.password };
    const { secret } = await regenerateToken(owner.call(), { id: own.id, version: 1, proof });
    expect((await revoke(asServer(server), own.secret)).status).toBe(200);
    expect(await outcome(secret)).toBe('valid');
  });

  it('API-5 takes POST and a form alone, and a token', async () => {
    const wrong = await door.send({ path: '/oauth/revoke' });
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST']);
    expect((await post('/oauth/revoke', own, {})).status).toBe(400);
    expect((await post(`/oauth/revoke?token=${own.secret}`, own, { token: own.secret })).status).toBe(400);
    expect(await outcome(own.secret)).toBe('valid');
  });
});
