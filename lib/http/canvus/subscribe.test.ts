import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockPerson } from '@/lib/services/people/block-person';
import { changeRoles } from '@/lib/services/people/change-roles';
import { endApiSession, openApiSession } from '@/lib/services/sessions/open-api-session';
import { copyToken } from '@/lib/services/tokens/copy-token';
import { editToken } from '@/lib/services/tokens/edit-token';
import { regenerateToken } from '@/lib/services/tokens/regenerate-token';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { numberOf } from '@/tests/support/canvus';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { openStream, type StreamReader } from '@/tests/support/streams';
import { limitedTo, manyTokensFixture, tokenFields, tokenFixture } from '@/tests/support/tokens';

let front: DoorFixture;
let alice: PersonFixture;
let root: PersonFixture;
let secret: string;
let id: string;
let tokens: string;
const open: StreamReader[] = [];

beforeEach(async () => {
  const { createMachineDoors } = await import('@/lib/http/machine-doors');
  front = await doorFixture({
    doors: createMachineDoors({
      publicUrl: 'http://localhost:3000',
      isSamplePlatformOn: false,
      isQueryCredentialOn: false,
      bodyTimeoutMilliseconds: 500,
      beatMilliseconds: 100,
    }),
  });
  root = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  alice = await createPersonFixture({ name: 'Alice', roles: [{ role: 'member', context: 'global' }] });
  const made = await tokenFixture(alice, { description: 'First token' });
  [secret, id] = [made.secret, made.token.id];
  tokens = `/users/${await numberOf(alice.person.id)}/access-tokens`;
});
afterEach(async () => {
  for (const each of open.splice(0)) each.leave();
  await front.close();
});

async function subscribe(path = `${tokens}?subscribe`, by = secret): Promise<StreamReader> {
  const stream = await openStream(front.port, path, by);
  open.push(stream);
  return stream;
}
const proofOf = (person: PersonFixture) => ({ password: person.password });
/** From the browser: any other door than the one that streams. */
const inBrowser = () => ({ call: alice.call(), proof: proofOf(alice) });
async function rename(tokenId: string, description: string, version: number): Promise<void> {
  const { call, proof } = inBrowser();
  await editToken(call, { id: tokenId, version, fields: tokenFields({ description }), proof });
}

describe('what a stream of a list says', () => {
  it('first the whole current state, then what any door changes, and keep-alive lines', async () => {
    const stream = await subscribe();
    expect(stream.status).toBe(200);
    expect(stream.response.headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/json/),
      'cache-control': 'private, no-store',
    });
    const first = { created_at: expect.any(String) as string, description: 'First token', id };
    expect(await stream.next()).toEqual([first]);
    await rename(id, 'Renamed', 1);
    expect(await stream.next()).toEqual([{ ...first, description: 'Renamed', state: 'normal' }]);
    const { call, proof } = inBrowser();
    const copy = await copyToken(call, { sourceId: id, fields: tokenFields({ description: 'Copy' }), proof });
    expect(await stream.next()).toMatchObject([{ id: copy.token.id, description: 'Copy', state: 'normal' }]);
    await regenerateToken(call, { id: copy.token.id, version: 1, proof });
    expect(await stream.next()).toMatchObject([{ id: copy.token.id, state: 'normal' }]);
    await removeTokens(call, { tokens: [{ id: copy.token.id, version: 2 }], proof });
    expect(await stream.next()).toEqual([{ id: copy.token.id, state: 'deleted' }]);
    await expect.poll(() => stream.lines.includes(''), { timeout: 3_000 }).toBe(true);
    expect(stream.lines.join('\n')).not.toMatch(/plain_token|td_pat_/);
  });

  it('nothing of other people’s tokens', async () => {
    const stream = await subscribe();
    await stream.next();
    await tokenFixture(root);
    await rename(id, 'Renamed', 1);
    expect(await stream.next()).toMatchObject([{ id, description: 'Renamed' }]);
  });

  it('a list of more than one page is one array, and a change during it is not lost', async () => {
    await manyTokensFixture(alice, 1_200);
    const stream = await subscribe();
    const changing = rename(id, 'Renamed', 1);
    const state = (await stream.next()) as { id: string; description: string }[];
    await changing;
    expect(state).toHaveLength(1_201);
    const isInState = state[0]?.description === 'Renamed';
    if (!isInState) expect(await stream.next()).toMatchObject([{ id, description: 'Renamed' }]);
    expect(state.map((each) => each.id)).toContain(id);
  });

  it('after a reconnect begins with the state of now: what happened in between is in it', async () => {
    const before = await subscribe();
    await before.next();
    before.leave();
    await rename(id, 'Renamed in between', 1);
    const after = await subscribe();
    expect(await after.next()).toMatchObject([{ description: 'Renamed in between' }]);
  });

  it.each(['subscribe', 'subscribe=', 'subscribe=1', 'subscribe=true'])('?%s is enough', async (query) => {
    const stream = await subscribe(`${tokens}?${query}`);
    await stream.next();
    await rename(id, 'Renamed', 1);
    expect(await stream.next()).toMatchObject([{ id }]);
  });
});

describe('what a stream of one token says', () => {
  it('objects of this token alone, and that it is deleted, which ends it', async () => {
    const { token: other } = await tokenFixture(alice, { description: 'Other token' });
    const stream = await subscribe(`${tokens}/${other.id}?subscribe`);
    expect(await stream.next()).toMatchObject({ id: other.id, description: 'Other token' });
    await rename(id, 'Renamed', 1);
    await rename(other.id, 'Other name', 1);
    expect(await stream.next()).toMatchObject({ id: other.id, description: 'Other name', state: 'normal' });
    const { call, proof } = inBrowser();
    await removeTokens(call, { tokens: [{ id: other.id, version: 2 }], proof });
    expect(await stream.next()).toEqual({ id: other.id, state: 'deleted' });
    expect(await stream.next()).toBeNull();
  });

  it('AZ-1 an unknown and a foreign token are 404, another person’s desk is 403', async () => {
    const { token: foreign } = await tokenFixture(root);
    for (const tokenId of [foreign.id, 'A'.repeat(22), 'JDJhJDA0'])
      expect((await subscribe(`${tokens}/${tokenId}?subscribe`)).status).toBe(404);
    const others = `/users/${await numberOf(root.person.id)}/access-tokens?subscribe`;
    expect((await subscribe(others)).status).toBe(403);
  });
});

describe('API-11 a stream ends with the credential that opened it', () => {
  const endings: Record<string, () => Promise<unknown>> = {
    removed: () => removeTokens(alice.call(), { tokens: [{ id, version: 1 }], proof: proofOf(alice) }),
    regenerated: () => regenerateToken(alice.call(), { id, version: 1, proof: proofOf(alice) }),
    paused: async () => {
      const { setPaused } = await import('@/lib/db/tokens');
      const { transaction } = await import('@/lib/db/transaction');
      await transaction(systemCall(), async (tx, record) => {
        const at = { ownerId: alice.person.id, id, version: 1 };
        await setPaused(tx, at, new Date(), new Date());
        await record({ action: 'token.paused', subjectKind: 'token', subjectId: id, ownerId: at.ownerId });
      });
    },
    'narrowed, so that it may list no more': () =>
      editToken(alice.call(), {
        id,
        version: 1,
        fields: tokenFields({ access: limitedTo('global', 'users.account.GetUserInfo') }),
        proof: proofOf(alice),
      }),
    'of an owner whose role was taken away': () =>
      changeRoles(root.call(), {
        personId: alice.person.id,
        version: alice.person.version,
        roles: [],
        proof: proofOf(root),
      }),
  };

  it.each(Object.keys(endings))('%s', async (name) => {
    const stream = await subscribe();
    await stream.next();
    await endings[name]?.();
    while ((await stream.next()) !== null);
    expect(stream.response.closed).toBe(true);
  });

  it('AZ-7 an owner who is blocked', async () => {
    const stream = await subscribe();
    await stream.next();
    const { id: personId, version } = alice.person;
    await blockPerson(root.call(), { personId, version, proof: proofOf(root) });
    expect(await stream.next()).toBeNull();
  });

  it('expired, without any event', async () => {
    const soon = new Date(Date.now() + 2_000).toISOString();
    const { secret: ending } = await tokenFixture(alice, { expiry: soon });
    const stream = await subscribe(undefined, ending);
    await stream.next();
    const begin = performance.now();
    expect(await stream.next()).toBeNull();
    expect(performance.now() - begin).toBeLessThan(2_000 + 5_000);
  });

  it('a session that was signed out', async () => {
    const { requestId, address, userAgent, now } = systemCall();
    const facts = { requestId, address, userAgent, now };
    const login = { login: alice.person.email, password: alice.password };
    const { secret: session, sessionId } = await openApiSession(facts, login);
    const stream = await subscribe(undefined, session);
    await stream.next();
    const actor = { kind: 'person', personId: alice.person.id, sessionId, name: 'Alice' } as const;
    await endApiSession({ ...facts, via: 'header', actor });
    expect(await stream.next()).toBeNull();
  });

  it('an administrator who may see everyone’s tokens no more', async () => {
    const helper = await createPersonFixture({
      name: 'Helper',
      roles: [{ role: 'administrator', context: 'global' }],
    });
    const { secret: ofHelper } = await tokenFixture(helper);
    const stream = await subscribe(undefined, ofHelper);
    expect(await stream.next()).toMatchObject([{ id }]);
    await changeRoles(root.call(), {
      personId: helper.person.id,
      version: helper.person.version,
      roles: [{ role: 'member', context: 'global' }],
      proof: proofOf(root),
    });
    expect(await stream.next()).toBeNull();
  });
});

describe('API-11 streams are bounded', () => {
  it('a sixth stream of a token is refused with 429, until one of the five has gone', async () => {
    const five = [];
    for (let count = 0; count < 5; count += 1) five.push(await subscribe());
    for (const stream of five) await stream.next();
    const sixth = await subscribe();
    expect(sixth.status).toBe(429);
    expect(sixth.response.headers['retry-after']).toBeDefined();
    five[0]?.leave();
    await expect.poll(async () => (await subscribe()).status).toBe(200);
  });

  it('a reader for whom too much waits is let go', async () => {
    const { TokenStream } = await import('@/lib/services/tokens/token-stream');
    const call = { address: '127.0.0.1', via: 'header' } as const;
    const reader = { presented: secret, bearerId: id, personId: 'a', call, ownerId: 'a' };
    const stream = new TokenStream(reader, null, 15_000);
    for (let count = 0; count < 5_000; count += 1) stream.put([`token ${count % 900}`, null]);
    expect(stream.ended.aborted).toBe(false);
    expect(await stream.next()).toHaveLength(900);
    for (let count = 0; count < 1_001; count += 1) stream.put([`token ${count}`, null]);
    expect(stream.ended.aborted).toBe(true);
    expect(await stream.next()).toBeNull();
  });
});
