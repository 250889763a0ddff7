import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecret } from '@/lib/crypto/secret';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { doorFixture, type Answered, type DoorFixture, type Wanted } from '@/tests/support/door';
import { asBasic, introspect } from '@/tests/support/introspect';
import { resourceServerFixture, type ResourceServerFixture } from '@/tests/support/resource-server';
import { tokenFixture } from '@/tests/support/tokens';

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
let door: DoorFixture;
let owner: PersonFixture;
let server: ResourceServerFixture;
let marketplace: ResourceServerFixture;
beforeAll(async () => {
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'project-admin', context: 'project:shop' }],
  });
  door = await doorFixture({ publicUrl: 'https://desk.example.org' });
  server = await resourceServerFixture(['environment']);
  marketplace = await resourceServerFixture(['marketplace']);
});
afterAll(() => door.close());

const ask = (
  fields: Readonly<Record<string, string>> | string,
  headers: Wanted['headers'] = { Authorization: asBasic(server) },
) => introspect(door, fields, headers);
const parsed = ({ text }: Answered) => JSON.parse(text) as Record<string, unknown>;
describe('INT-1 who may ask', () => {
  it('API-5 takes POST alone', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      const answer = await door.send({
        method,
        path: '/oauth/introspect',
        headers: { Authorization: asBasic(server) },
      });
      expect([answer.status, answer.headers.allow], method).toEqual([405, 'POST']);
    }
  });

  it('takes the credential in the form as well', async () => {
    const { secret } = await tokenFixture(owner);
    const { client, secret: credential } = server;
    const fields = { token: secret, client_id: client.id, client_secret: credential };
    expect(parsed(await ask(fields, {})).active).toBe(true);
  });

  const strangers: [string, () => Promise<Record<string, string | string[]>>][] = [
    ['no credential', () => Promise.resolve({})],
    ['a cookie only', () => Promise.resolve({ Cookie: `session=${server.secret}` })],
    [
      'a wrong secret',
      () => Promise.resolve({ Authorization: asBasic({ ...server, secret: newSecret('resource-server') }) }),
    ],
    [
      'the id of another',
      () => Promise.resolve({ Authorization: asBasic({ ...server, secret: marketplace.secret }) }),
    ],
    ['the credential as Bearer', () => Promise.resolve({ Authorization: `Bearer ${server.secret}` })],
    [
      'a token as a client',
      async () => {
        const { token, secret } = await tokenFixture(owner);
        return { Authorization: `Basic ${Buffer.from(`${token.id}:${secret}`).toString('base64')}` };
      },
    ],
    [
      'a removed resource server',
      async () => {
        const gone = await resourceServerFixture();
        const { removeClient } = await import('@/lib/services/clients/remove-client');
        await removeClient(systemCall(), { id: gone.client.id, version: gone.client.version });
        return { Authorization: asBasic(gone) };
      },
    ],
  ];
  it.each(strangers)('refuses %s with 401 invalid_client and the challenge', async (_what, headersOf) => {
    const { secret } = await tokenFixture(owner);
    const answer = await ask({ token: secret }, await headersOf());
    expect([answer.status, parsed(answer).error]).toEqual([401, 'invalid_client']);
    expect(answer.headers['www-authenticate']).toBe('Basic realm="Tokendesk", charset="UTF-8"');
    expect(answer.text).not.toContain('active');
  });

  it.each([
    ['API-1 Basic and the form', 'both', 400],
    ['API-1 Basic twice', 'twice', 400],
    ['API-1 the token twice', 'token=a&token=b', 400],
    ['no token', '', 400],
    ['an empty token', 'token=', 400],
    ['a token of 5,000 characters', `token=${'x'.repeat(5_000)}`, 400],
    ['JSON', '{"token":"x"}', 400],
    ['100 KB', `token=x&y=${'x'.repeat(100_000)}`, 413],
  ])('refuses %s', async (_what, body, status) => {
    const { client, secret } = server;
    const one = asBasic(server);
    const inForm = new URLSearchParams({
      token: 'x',
      client_id: client.id,
      client_secret: secret,
    }).toString();
    const answer = await ask(body === 'both' ? inForm : body === 'twice' ? 'token=x' : body, {
      Authorization: body === 'twice' ? [one, one] : one,
      ...(body.startsWith('{') ? { 'Content-Type': 'application/json' } : {}),
    });
    expect([answer.status, parsed(answer).error]).toEqual([status, 'invalid_request']);
  });

  it('takes nothing from the address, and logs nothing that is presented', async () => {
    const { secret } = await tokenFixture(owner);
    const path = `/oauth/introspect?token=${secret}`;
    const headers = { ...form, Authorization: asBasic(server) };
    expect((await door.send({ method: 'POST', path, headers, body: '' })).status).toBe(400);
    expect(door.logged.join('')).not.toContain(secret.slice(8, 20));
    expect(door.logged.join('')).not.toContain(server.secret.slice(8, 20));
  });
});
