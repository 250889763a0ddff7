import { request } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import { findPeople } from '@/lib/db/people';
import { endApiSession, openApiSession } from '@/lib/services/sessions/open-api-session';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { canvus, numberOf } from '@/tests/support/canvus';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { send } from '@/tests/support/door';
import { openFront } from '@/tests/support/open-front';
import { openStream } from '@/tests/support/streams';
import { tokenFixture } from '@/tests/support/tokens';

const newPassword = 'four brown otters asleep';
const newUser = (name: string, admin: boolean) => ({
  email: `${name}@example.org`,
  name,
  admin,
  password: newPassword,
});

let root: PersonFixture;
beforeAll(async () => {
  root = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
});

/** Sends the head and a little of the body, then the rest when `between` is done. */
async function slowly(
  port: number,
  path: string,
  secret: string,
  data: object,
  between: () => Promise<unknown>,
): Promise<number> {
  const body = JSON.stringify(data);
  const headers = { 'Private-Token': secret, 'Content-Length': Buffer.byteLength(body) };
  const asked = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: `/api/v1${path}`,
    headers,
    agent: false,
  });
  const answered = new Promise<number>((resolve, reject) => {
    asked.on('error', reject).on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  await new Promise((resolve) => asked.write(body.slice(0, 5), resolve));
  // An answer to a later request means that the head of this one was read.
  await send(port, { path: '/api/v1/users', headers: { 'Private-Token': secret } });
  await between();
  asked.end(body.slice(5));
  return answered;
}

test('a request whose token or session dies while its body is under way does nothing', async () => {
  const front = await openFront();
  const { secret, token } = await tokenFixture(root);
  // By an API, which takes no password: a body has half a second here.
  const removing = () => removeTokens(root.call({ via: 'header' }), { tokens: [{ id: token.id }] });
  expect(await slowly(front.port, '/users', secret, newUser('late', true), removing)).toBe(401);
  const { requestId, address, userAgent, now } = systemCall();
  const login = { login: root.person.email, password: root.password };
  const facts = { requestId, address, userAgent, now };
  const { secret: ofSession, sessionId, personId } = await openApiSession(facts, login);
  const actor = { kind: 'person', personId, sessionId, name: 'Root' } as const;
  const ending = () => endApiSession({ ...facts, via: 'header', actor });
  expect(await slowly(front.port, '/users', ofSession, newUser('later', true), ending)).toBe(401);
  expect((await findPeople(new Date())).map(({ name }) => name)).not.toContain('late');
});

test('AZ-4 a token that ends makes Members, but no Administrator and no password of one', async () => {
  const front = await openFront();
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const { secret } = await tokenFixture(root, { expiry: soon });
  const other = await createPersonFixture({
    name: 'Other',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  const made = await canvus(front, secret, 'POST /users', newUser('member', false));
  expect(made.status).toBe(200);
  const { id } = made.body as { id: number };
  const taken = `POST /users/${await numberOf(other.person.id)}/password`;
  const refused = [
    await canvus(front, secret, 'POST /users', newUser('administrator', true)),
    await canvus(front, secret, `PATCH /users/${id}`, { admin: true }),
    await canvus(front, secret, taken, { password: newPassword }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
});

test('a stream of someone with a role in a project alone goes on', async () => {
  const front = await openFront();
  await createProjectFixture('shop');
  const developer = await createPersonFixture({
    name: 'Developer',
    roles: [{ role: 'developer', context: 'project:shop' }],
  });
  const { secret } = await tokenFixture(developer);
  const path = `/users/${await numberOf(developer.person.id)}/access-tokens?subscribe`;
  const stream = await openStream(front.port, path, secret);
  await stream.next();
  const { listableUntil } = await import('@/lib/services/tokens/stream-access');
  const { verifyToken } = await import('@/lib/services/tokens/verify-token');
  const verification = await verifyToken(secret, new Date());
  const bearerId = verification.outcome === 'valid' ? verification.token.id : '';
  const { id: personId } = developer.person;
  const call = { address: '127.0.0.1', via: 'header' } as const;
  const reader = { presented: secret, bearerId, personId, call, ownerId: personId };
  expect(await listableUntil(reader, new Date())).not.toBeNull();
  stream.leave();
});
