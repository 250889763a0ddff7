import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TokenShape } from '@/lib/domain/api/desk-schemas';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { askDesk } from '@/tests/support/desk-client';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

interface NewToken {
  token: TokenShape;
  secret: string;
}

let door: DoorFixture;
let owner: PersonFixture;
let secret: string;

beforeAll(async () => {
  door = await doorFixture();
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  ({ secret } = await tokenFixture(owner));
});
afterAll(() => door.close());

const outcomeOf = async (presented: string) => (await verifyToken(presented, new Date())).outcome;
const stopping = limitedTo('project:shop', 'environment.control.StopEnv');
const fields = { description: 'stop at night', expiresAt: '2099-01-01T00:00:00.000Z', access: stopping };

async function create(body: Record<string, unknown> = fields, headers = {}) {
  return askDesk<NewToken>(door, secret, 'POST', '/api/v1/tokens', { body, headers });
}

describe('our own API of tokens', () => {
  it('makes a token, shows it with its version, and never its secret again', async () => {
    const made = await create();
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe(`/api/v1/tokens/${made.body.token.id}`);
    expect(made.headers.etag).toBe('"1"');
    expect(made.body.token).toMatchObject({
      ...fields,
      status: 'active',
      mayUseInUrls: false,
      lastUse: null,
    });
    expect(await outcomeOf(made.body.secret)).toBe('valid');
    const read = await askDesk<TokenShape>(door, secret, 'GET', `/api/v1/tokens/${made.body.token.id}`);
    expect(read.status).toBe(200);
    expect(read.body).toEqual(made.body.token);
    expect(JSON.stringify(read.body)).not.toContain(made.body.secret.slice(12, 30));
  });

  it('API-7 an edit names the version it has seen: 428 without, 412 when it is old, * takes any', async () => {
    const { id } = (await create()).body.token;
    const edit = (headers: Record<string, string>) =>
      askDesk(door, secret, 'PATCH', `/api/v1/tokens/${id}`, { body: { description: 'renamed' }, headers });
    expect((await edit({})).status).toBe(428);
    expect(await edit({ 'if-match': '"1"' })).toMatchObject({
      status: 200,
      body: { description: 'renamed', access: stopping, version: 2 },
      headers: { etag: '"2"' },
    });
    const stale = await edit({ 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version', currentVersion: 2 } });
    expect((await edit({ 'if-match': '*' })).status).toBe(200);
    expect((await edit({ 'if-match': 'nonsense' })).status).toBe(400);
  });

  it('API-7 of twenty parallel edits with one version exactly one wins', async () => {
    const { id } = (await create()).body.token;
    const edits = Array.from({ length: 20 }, (_, index) =>
      askDesk(door, secret, 'PATCH', `/api/v1/tokens/${id}`, {
        body: { description: `edit ${index}` },
        headers: { 'if-match': '"1"' },
      }),
    );
    const statuses = (await Promise.all(edits)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(19);
  });

  it('pauses and resumes: a paused token is refused at once, and goes on with the same secret', async () => {
    const made = (await create()).body;
    const turn = (verb: string, version: number) =>
      askDesk(door, secret, 'POST', `/api/v1/tokens/${made.token.id}/${verb}`, {
        headers: { 'if-match': `"${version}"` },
      });
    expect(await turn('pause', 1)).toMatchObject({ status: 200, body: { status: 'paused', isPaused: true } });
    expect(await outcomeOf(made.secret)).toBe('paused');
    expect((await turn('pause', 2)).status).toBe(409);
    expect(await turn('resume', 2)).toMatchObject({ status: 200, body: { status: 'active' } });
    expect(await outcomeOf(made.secret)).toBe('valid');
    expect((await turn('resume', 3)).status).toBe(409);
    expect((await askDesk(door, secret, 'POST', `/api/v1/tokens/${made.token.id}/pause`)).status).toBe(428);
  });

  it('API-6 regenerates once per Idempotency-Key; the old secret is dead', async () => {
    const made = (await create()).body;
    const renew = () =>
      askDesk<NewToken>(door, secret, 'POST', `/api/v1/tokens/${made.token.id}/regenerate`, {
        body: { expiresAt: null },
        headers: { 'if-match': '"1"', 'idempotency-key': 'renew-1' },
      });
    const [first, again] = [await renew(), await renew()];
    expect(first).toMatchObject({ status: 200, body: { token: { version: 2, expiresAt: null } } });
    expect(again.body).toEqual(first.body);
    expect(await outcomeOf(made.secret)).toBe('unknown');
    expect(await outcomeOf(first.body.secret)).toBe('valid');
  });

  it('API-6 creates once per Idempotency-Key; another body under it is 422', async () => {
    const headers = { 'idempotency-key': 'create-1' };
    const [first, again] = [await create(fields, headers), await create(fields, headers)];
    expect(again).toMatchObject({ status: 201, body: first.body });
    const other = await create({ ...fields, description: 'another' }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'key_reused' } });
  });

  it('copies, and removes at the version seen', async () => {
    const { id } = (await create()).body.token;
    const path = `/api/v1/tokens/${id}`;
    const copied = await askDesk<NewToken>(door, secret, 'POST', `${path}/copy`, {
      body: { ...fields, description: 'its copy' },
    });
    expect(copied).toMatchObject({ status: 201, body: { token: { description: 'its copy' } } });
    expect((await askDesk(door, secret, 'DELETE', path)).status).toBe(428);
    const removed = await askDesk(door, secret, 'DELETE', path, { headers: { 'if-match': '"1"' } });
    expect([removed.status, removed.body, removed.headers['content-length']]).toEqual([204, null, undefined]);
    expect((await askDesk(door, secret, 'GET', path)).status).toBe(404);
  });

  it('API-5 AZ-5 refuses what it does not know, in problem details that name the member', async () => {
    const refused = await create({ ...fields, id: 'mine', ownerID: 'x' });
    expect(refused.status).toBe(400);
    expect(refused.headers['content-type']).toBe('application/problem+json');
    expect(refused.body).toMatchObject({ title: 'Bad Request', status: 400, code: 'invalid_input' });
    const paths = (body: unknown) => (body as { issues: { path: string }[] }).issues.map(({ path }) => path);
    const past = await create({ ...fields, expiresAt: '2020-01-01T00:00:00.000Z' });
    expect(paths(past.body)).toEqual(['expiresAt']);
    const unknown = await create({ ...fields, access: limitedTo('project:shop', 'a.b.C') });
    expect(paths(unknown.body)).toEqual(['access.entries.0.permissions']);
    expect((await askDesk(door, secret, 'GET', '/api/v1/tokens?limt=3')).status).toBe(400);
    expect(
      (await askDesk(door, secret, 'PATCH', '/api/v1/tokens/AAAAAAAAAAAAAAAAAAAAAA', { body: {} })).status,
    ).toBe(400);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(
      (await askDesk(door, secret, 'POST', '/api/v1/tokens', { body: fields, headers: form })).status,
    ).toBe(415);
    expect((await askDesk(door, secret, 'PUT', '/api/v1/tokens')).headers.allow).toBe('GET, POST, HEAD');
    expect(await askDesk(door, secret, 'GET', '/api/v1/nothing')).toMatchObject({
      status: 404,
      body: { code: 'unknown_path' },
    });
  });

  it('AZ-1 another person’s token is not found, but by an administrator, who manages it', async () => {
    const member = await createPersonFixture({
      name: 'Noor Haddad',
      roles: [{ role: 'member', context: 'global' }],
    });
    const theirs = await tokenFixture(member);
    const mine = (await create()).body.token;
    expect((await askDesk(door, theirs.secret, 'GET', `/api/v1/tokens/${mine.id}`)).status).toBe(404);
    const headers = { 'if-match': '"1"' };
    expect(
      (await askDesk(door, theirs.secret, 'DELETE', `/api/v1/tokens/${mine.id}`, { headers })).status,
    ).toBe(404);
    const seen = await askDesk<TokenShape>(door, secret, 'GET', `/api/v1/tokens/${theirs.token.id}`);
    expect(seen.body.ownerId).toBe(member.person.id);
    const paused = await askDesk(door, secret, 'POST', `/api/v1/tokens/${theirs.token.id}/pause`, {
      headers,
    });
    expect(paused.status).toBe(200);
    expect(await outcomeOf(theirs.secret)).toBe('paused');
    const made = await create({ ...fields, access: { kind: 'full' }, ownerId: member.person.id });
    expect(made.body.token.ownerId).toBe(member.person.id);
  });

  it('names the permission that a token lacks', async () => {
    const weak = await tokenFixture(owner, { access: stopping });
    const refused = await askDesk(door, weak.secret, 'GET', '/api/v1/tokens');
    expect(refused).toMatchObject({
      status: 403,
      body: { missing: [{ permission: 'users.authentication.GetTokens', context: 'global' }] },
    });
    expect(refused.headers['www-authenticate']).toContain('scope="users.authentication.GetTokens"');
  });
});
