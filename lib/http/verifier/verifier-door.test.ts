import { beforeAll, expect, test } from 'vitest';
import { createMachineDoors } from '@/lib/http/machine-doors';
import { changeClient } from '@/lib/services/clients/change-client';
import { removeClient } from '@/lib/services/clients/remove-client';
import { blockPerson } from '@/lib/services/people/block-person';
import { editToken } from '@/lib/services/tokens/edit-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import type { DoorFixture } from '@/tests/support/door';
import { openEventStream } from '@/tests/support/event-stream';
import { openFront } from '@/tests/support/open-front';
import { resourceServerFixture } from '@/tests/support/resource-server';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';
import { validateReply } from '@/tests/support/validate-reply';

let owner: PersonFixture;
let administrator: PersonFixture;
beforeAll(async () => {
  owner = await createPersonFixture({ name: 'Ada', roles: [{ role: 'member', context: 'global' }] });
  administrator = await createPersonFixture({
    name: 'Root',
    roles: [{ role: 'administrator', context: 'global' }],
  });
});

async function openDoor(): Promise<DoorFixture> {
  return openFront({
    doors: createMachineDoors({
      publicUrl: 'http://localhost:3000',
      isSamplePlatformOn: true,
      isQueryCredentialOn: true,
      bodyTimeoutMilliseconds: 500,
      beatMilliseconds: 20,
    }),
  });
}

async function resolve(door: DoorFixture, credential: string | null, body: unknown) {
  const answer = await door.send({
    method: 'POST',
    path: '/verifier/resolve',
    headers: {
      'content-type': 'application/json',
      ...(credential === null ? {} : { authorization: `Bearer ${credential}` }),
    },
    body: JSON.stringify(body),
  });
  const parsed = JSON.parse(answer.text) as Record<string, unknown>;
  const { status } = answer;
  expect(validateReply({ method: 'POST', path: '/verifier/resolve', status, body: parsed })).toEqual([]);
  return { ...answer, body: parsed };
}

const listing = 'marketplace.app.GetList';

test('a resource server learns what a token may do in its own services, and nothing beside', async () => {
  const door = await openDoor();
  const { secret: credential } = await resourceServerFixture(['marketplace']);
  const token = await tokenFixture(owner, {
    access: {
      kind: 'limited',
      entries: [{ context: 'global', permissions: [listing, 'users.account.GetUserInfo'] }],
    },
    addresses: ['192.0.2.0/24'],
    requestsPerMinute: 5,
  });
  const { status, body } = await resolve(door, credential, { presented: token.secret });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    active: true,
    tokenId: token.token.id,
    ownerId: owner.person.id,
    ownerEmail: owner.person.email,
    grants: { global: [listing] },
    limits: { addresses: ['192.0.2.0/24'], notBefore: null, requestsPerMinute: 5, mayUseInUrls: true },
    expiresAt: null,
  });
});

test('a token with full access is what its owner holds in those services now', async () => {
  const door = await openDoor();
  const { secret: credential } = await resourceServerFixture(['marketplace']);
  const token = await tokenFixture(owner);
  const { body } = await resolve(door, credential, { presented: token.secret });
  const grants = body.grants as Record<string, string[]>;
  expect(Object.keys(grants)).toEqual(['global']);
  expect(grants.global).toContain(listing);
  expect(grants.global?.every((code) => code.startsWith('marketplace.'))).toBe(true);
});

test('INT-2 what is dead, unknown or holds nothing in these services is answered by the same bytes', async () => {
  const door = await openDoor();
  const { secret: credential } = await resourceServerFixture(['marketplace']);
  const foreign = await tokenFixture(owner, { access: limitedTo('global', 'users.account.GetUserInfo') });
  const removed = await tokenFixture(owner);
  await removeTokens(owner.call(), {
    tokens: [{ id: removed.token.id, version: removed.token.version }],
    proof: { password: owner.password },
  });
  for (const presented of [foreign.secret, removed.secret, 'junk', credential, '']) {
    const answer = await resolve(door, credential, { presented });
    expect([answer.status, answer.text]).toEqual([200, '{"active":false}']);
  }
});

test('INT-7 only the credential of a resource server opens the door, and a token is none', async () => {
  const door = await openDoor();
  const { secret: credential } = await resourceServerFixture();
  const token = await tokenFixture(owner);
  for (const path of ['/verifier/resolve', '/feed']) {
    const method = path === '/feed' ? 'GET' : 'POST';
    for (const wrong of [token.secret, `${credential.slice(0, -1)}!`, 'x']) {
      const answer = await door.send({ method, path, headers: { authorization: `Bearer ${wrong}` } });
      expect(answer.status).toBe(method === 'POST' ? 400 : 401);
    }
  }
  const nothing = await resolve(door, null, { presented: 'x' });
  expect([nothing.status, nothing.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Tokendesk"']);
  const wrong = await resolve(door, token.secret, { presented: 'x' });
  expect([wrong.status, wrong.headers['content-type']]).toEqual([401, 'application/problem+json']);
  expect(wrong.headers['www-authenticate']).toContain('invalid_token');
});

test('the feed of a browser stays a page', async () => {
  const door = await openDoor();
  expect((await door.send({ path: '/feed', headers: { cookie: 'a=b' } })).text).toBe('page');
});

test('law 5 the feed tells what to forget as it is committed: a token, a person, everything', async () => {
  const door = await openDoor();
  const { secret: credential } = await resourceServerFixture();
  const headers = { authorization: `Bearer ${credential}` };
  const reader = await openEventStream(door.port, '/feed', headers);
  expect(reader.response.headers['content-type']).toContain('text/event-stream');
  expect((await reader.next())?.event).toBe('hello');
  expect((await reader.next())?.data).toMatchObject({ all: true });
  const token = await tokenFixture(owner);
  expect(await reader.next()).toMatchObject({ event: 'forget', data: { token: token.token.id } });
  await removeTokens(owner.call(), {
    tokens: [{ id: token.token.id, version: token.token.version }],
    proof: { password: owner.password },
  });
  const told = await reader.next();
  expect(told).toMatchObject({ event: 'forget', data: { token: token.token.id, seq: Number(told?.id) } });
  const leaver = await createPersonFixture({ name: 'Leaver', roles: [] });
  expect((await reader.next())?.data).toMatchObject({ owner: leaver.person.id });
  const proof = { password: administrator.password };
  await blockPerson(administrator.call(), {
    personId: leaver.person.id,
    version: leaver.person.version,
    proof,
  });
  expect((await reader.next())?.data).toMatchObject({ owner: leaver.person.id });
  const beat = await openEventStream(door.port, '/feed', headers, ['hello', 'forget']);
  expect(await beat.next()).toMatchObject({ event: 'beat', data: { seq: expect.any(Number) as number } });
  reader.leave();
  beat.leave();
});

test('REL-3 a reader that resumes hears of all that it missed, and of everything when that was too much', async () => {
  const door = await openDoor();
  const { secret: credential } = await resourceServerFixture();
  const headers = { authorization: `Bearer ${credential}` };
  const first = await openEventStream(door.port, '/feed', headers);
  const seq = (await first.next())?.data.seq as number;
  first.leave();
  const token = await tokenFixture(owner);
  await editToken(owner.call(), {
    id: token.token.id,
    version: token.token.version,
    fields: { description: 'renamed' },
    proof: { password: owner.password },
  });
  const resumed = await openEventStream(door.port, '/feed', { ...headers, 'last-event-id': String(seq) });
  expect((await resumed.next())?.event).toBe('hello');
  for (const event of ['generated', 'edited'])
    expect((await resumed.next())?.data, event).toMatchObject({ token: token.token.id });
  resumed.leave();
  const ahead = await openEventStream(door.port, '/feed?after=999999999', headers);
  await ahead.next();
  expect((await ahead.next())?.data).toMatchObject({ all: true });
  ahead.leave();
  const { transaction } = await import('@/lib/db/transaction');
  await transaction(systemCall(), (_tx, record) =>
    record(
      Array.from({ length: 1_001 }, () => ({
        action: 'token.edited' as const,
        subjectKind: 'token' as const,
        subjectId: token.token.id,
        ownerId: owner.person.id,
      })),
    ),
  );
  const late = await openEventStream(door.port, `/feed?after=${seq}`, headers);
  await late.next();
  expect((await late.next())?.data).toMatchObject({ all: true });
  late.leave();
});

test('API-11 a stream ends with its credential, and is told to forget all when what it asks for changes', async () => {
  const door = await openDoor();
  const { client, secret: credential } = await resourceServerFixture();
  const reader = await openEventStream(door.port, '/feed', { authorization: `Bearer ${credential}` });
  await reader.next();
  await reader.next();
  const proof = { password: administrator.password };
  const seen = { id: client.id, version: client.version };
  const after = await changeClient(administrator.call(), { ...seen, services: ['marketplace'], proof });
  expect((await reader.next())?.data).toMatchObject({ all: true });
  await removeClient(administrator.call(), { id: client.id, version: after.version, proof });
  expect(await reader.next()).toBeNull();
  expect((await resolve(door, credential, { presented: 'x' })).status).toBe(401);
});
