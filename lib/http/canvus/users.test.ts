import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { canvus, numberOf, type CanvusAnswer } from '@/tests/support/canvus';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import type { DoorFixture } from '@/tests/support/door';
import { openFront } from '@/tests/support/open-front';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

const everywhere = (role: 'administrator' | 'member') => [{ role, context: 'global' }] as const;
const denied = { status: 403, body: { msg: 'Permission denied' } };
const newPassword = 'four brown otters asleep';

let front: DoorFixture;
let root: PersonFixture;
let alice: PersonFixture;
let ofRoot: string;
let ofAlice: string;
let aliceNumber: number;
let count = 0;

beforeAll(async () => {
  root = await createPersonFixture({ name: 'Root', roles: everywhere('administrator') });
  ({ secret: ofRoot } = await tokenFixture(root));
});
beforeEach(async () => {
  front = await openFront();
  alice = await createPersonFixture({ name: 'Alice', roles: everywhere('member') });
  ({ secret: ofAlice } = await tokenFixture(alice));
  aliceNumber = await numberOf(alice.person.id);
});

const asRoot = (request: string, data?: unknown) => canvus(front, ofRoot, request, data);
const asAlice = (request: string, data?: unknown) => canvus(front, ofAlice, request, data);
const seen = ({ status, body }: CanvusAnswer) => ({ status, body });
const newEmail = () => `bob.${(count += 1)}@example.org`;
const signInAs = (email: string, password: string) =>
  canvus(front, null, 'POST /users/login', { email, password });
const secretIn = ({ body }: CanvusAnswer) => (body as { token: string }).token;
const idIn = ({ body }: CanvusAnswer) => (body as { id: number }).id;

describe('what a user looks like, and to whom', () => {
  it('has the documented keys in their order; who never signed in has no last login', async () => {
    const { status, body } = await asAlice(`GET /users/${aliceNumber}`);
    expect(status).toBe(200);
    expect(Object.keys(body as object)).toEqual(
      ['admin', 'approved', 'blocked', 'created_at', 'email', 'id', 'last_login', 'name', 'state'].sort(),
    );
    expect(body).toEqual({
      admin: false,
      approved: true,
      blocked: false,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      email: alice.person.email,
      id: aliceNumber,
      last_login: '',
      name: 'Alice',
      state: 'normal',
    });
  });

  it('AZ-1 others are an administrator’s to see; a stranger learns not even who is there', async () => {
    const rootNumber = await numberOf(root.person.id);
    for (const path of ['/users', `/users/${rootNumber}`, '/users/999999', '/users/99999999999999999999'])
      expect(seen(await asAlice(`GET ${path}`))).toEqual(denied);
    const everyone = await asRoot('GET /users');
    const ids = (everyone.body as { id: number }[]).map((user) => user.id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
    expect(ids).toEqual(expect.arrayContaining([rootNumber, aliceNumber]));
    expect((await asRoot('GET /users/999999')).status).toBe(404);
    expect(seen(await asRoot('GET /users/me'))).toEqual({
      status: 400,
      body: { msg: 'User ID me is not an integer' },
    });
  });
});

describe('an administrator makes and changes users', () => {
  it('who can sign in at once, unless they wait for approval or are blocked', async () => {
    const email = newEmail();
    const made = await asRoot('POST /users', { email, name: 'Bob', password: newPassword });
    expect(made).toMatchObject({ status: 200, body: { admin: false, approved: true, email, name: 'Bob' } });
    expect((await signInAs(email, newPassword)).status).toBe(200);
    const waiting = { email: newEmail(), name: 'Carl', password: newPassword, approved: false };
    const carl = await asRoot('POST /users', waiting);
    expect(carl.body).toMatchObject({ approved: false, blocked: false });
    expect((await signInAs(waiting.email, newPassword)).status).toBe(401);
    const approved = await asRoot(`POST /users/${idIn(carl)}/approve`);
    expect(approved).toMatchObject({ status: 200, body: { approved: true, blocked: false } });
    expect((await signInAs(waiting.email, newPassword)).status).toBe(200);
    expect((await asRoot(`POST /users/${idIn(carl)}/approve`)).status).toBe(200);
  });

  it('of whom none is let in by unblock who waits for approval', async () => {
    const waiting = { email: newEmail(), name: 'Carl', password: newPassword, approved: false };
    const carl = await asRoot('POST /users', waiting);
    expect((await asRoot(`POST /users/${idIn(carl)}/unblock`)).body).toMatchObject({ approved: false });
    expect((await signInAs(waiting.email, newPassword)).status).toBe(401);
  });

  it('whose mistakes make nobody', async () => {
    const right = { email: newEmail(), name: 'Bob', password: newPassword };
    const before = (await asRoot('GET /users')).text;
    for (const wrong of [
      { ...right, email: 'nobody' },
      { ...right, name: '' },
      { ...right, name: 7 },
      { ...right, password: 'short' },
      { ...right, admin: 'yes' },
      { ...right, approved: false, blocked: true },
      [],
      'not json',
    ]) {
      const { status, body } = await asRoot('POST /users', wrong);
      expect([status, Object.keys(body as object)]).toEqual([400, ['msg']]);
    }
    expect((await asRoot('POST /users', { ...right, email: alice.person.email })).status).toBe(409);
    expect(seen(await asAlice('POST /users', right))).toEqual(denied);
    expect((await asRoot('GET /users')).text).toBe(before);
  });

  it('AZ-7 blocking ends their tokens at once, unblocking lets them in again; both may be said twice', async () => {
    for (const word of ['block', 'block']) {
      const { body } = await asRoot(`POST /users/${aliceNumber}/${word}`);
      expect(body).toMatchObject({ blocked: true });
      expect((await asAlice(`GET /users/${aliceNumber}`)).status).toBe(401);
    }
    for (const word of ['unblock', 'unblock'])
      expect((await asRoot(`POST /users/${aliceNumber}/${word}`)).body).toMatchObject({ blocked: false });
    expect((await asAlice(`GET /users/${aliceNumber}`)).status).toBe(200);
    for (const word of ['block', 'unblock', 'approve'])
      expect(seen(await asAlice(`POST /users/${aliceNumber}/${word}`))).toEqual(denied);
  });

  it('name, email and Administrator; what has a call of its own is refused by its name', async () => {
    const email = newEmail();
    const changes = { name: 'Alicia', email, admin: true, unknown: 1 };
    expect((await asRoot(`PATCH /users/${aliceNumber}`, changes)).body).toMatchObject({
      name: 'Alicia',
      email,
      admin: true,
    });
    expect((await asAlice('GET /users')).status).toBe(200);
    expect((await asRoot(`PATCH /users/${aliceNumber}`, { admin: false })).body).toMatchObject({
      admin: false,
    });
    expect((await asAlice(`GET /users/${aliceNumber}/access-tokens`)).status).toBe(200);
    const { status, body } = await asRoot(`PATCH /users/${aliceNumber}`, { blocked: true });
    expect([status, body]).toEqual([400, { msg: 'Use POST /users/:id/block.' }]);
    expect((await asRoot(`PATCH /users/${aliceNumber}`, { email: root.person.email })).status).toBe(409);
  });

  it('everyone changes their own name, and nothing else of themselves', async () => {
    expect((await asAlice(`PATCH /users/${aliceNumber}`, { name: 'Al' })).body).toMatchObject({ name: 'Al' });
    for (const change of [{ email: newEmail() }, { admin: true }, { name: 'Al', admin: true }])
      expect(seen(await asAlice(`PATCH /users/${aliceNumber}`, change))).toEqual(denied);
    const other = await numberOf(root.person.id);
    expect(seen(await asAlice(`PATCH /users/${other}`, { name: 'Mallory' }))).toEqual(denied);
    const [event] = await findEvents({ subjectIds: [alice.person.id] }, 1, 'newest');
    expect(event).toMatchObject({ action: 'person.changed', data: { name: 'Al', nameBefore: 'Alice' } });
  });
});

describe('a user is deleted', () => {
  it('AZ-7 with sessions and tokens; the email is free, the number is not, and the log keeps the name', async () => {
    const session = await signInAs(alice.person.email, alice.password);
    const presented = secretIn(session);
    expect(seen(await asAlice(`DELETE /users/${aliceNumber}`))).toEqual(denied);
    expect(seen(await asRoot(`DELETE /users/${aliceNumber}`))).toEqual({ status: 200, body: null });
    for (const secret of [ofAlice, presented])
      expect((await canvus(front, secret, `GET /users/${aliceNumber}`)).status).toBe(401);
    expect(await verifyToken(ofAlice, new Date())).toEqual({ outcome: 'removed' });
    expect((await signInAs(alice.person.email, alice.password)).status).toBe(401);
    for (const method of ['GET', 'DELETE', 'PATCH']) {
      const data = method === 'PATCH' ? { name: 'Nobody' } : undefined;
      expect((await asRoot(`${method} /users/${aliceNumber}`, data)).status).toBe(404);
    }
    expect((await asRoot('GET /users')).text).not.toContain(alice.person.email);
    const again = { email: alice.person.email, name: 'Alice II', password: newPassword };
    expect(idIn(await asRoot('POST /users', again))).toBeGreaterThan(aliceNumber);
    const removals = ['person.removed', 'token.removed'];
    const events = await findEvents({ ownerId: alice.person.id, actions: removals }, 2, 'newest');
    expect(events.map(({ action }) => action)).toEqual(removals);
    expect(events[0]?.data).toMatchObject({ name: 'Alice', removedTokens: 1 });
  });

  it('but not the last administrator, nor can they step down', async () => {
    const number = await numberOf(root.person.id);
    for (const [request, data] of [[`DELETE /users/${number}`], [`PATCH /users/${number}`, { admin: false }]])
      expect((await asRoot(String(request), data)).status).toBe(409);
    expect((await asRoot(`GET /users/${number}`)).body).toMatchObject({ admin: true });
  });
});

describe('passwords', () => {
  it('one’s own takes the current one; the other sessions end', async () => {
    const session = await signInAs(alice.person.email, alice.password);
    const presented = secretIn(session);
    const other = secretIn(await signInAs(alice.person.email, alice.password));
    const path = `POST /users/${aliceNumber}/password`;
    expect((await canvus(front, presented, path, { password: newPassword })).status).toBe(400);
    const wrong = { password: newPassword, current_password: 'not it' };
    expect((await canvus(front, presented, path, wrong)).status).toBe(403);
    const right = { password: newPassword, current_password: alice.password };
    expect((await canvus(front, presented, path, right)).status).toBe(200);
    expect((await canvus(front, presented, `GET /users/${aliceNumber}`)).status).toBe(200);
    expect((await canvus(front, other, `GET /users/${aliceNumber}`)).status).toBe(401);
    expect((await signInAs(alice.person.email, newPassword)).status).toBe(200);
  });

  it('an administrator sets that of someone else; nobody sets one of somebody who holds more', async () => {
    const path = `POST /users/${aliceNumber}/password`;
    expect((await asRoot(path, { password: newPassword })).status).toBe(200);
    expect((await signInAs(alice.person.email, newPassword)).status).toBe(200);
    const rootNumber = await numberOf(root.person.id);
    const { createRole } = await import('@/lib/services/roles/create-role');
    const role = await createRole(root.call(), {
      key: 'people-only',
      name: 'People only',
      summary: 'Manages people.',
      patterns: ['desk.people.Manage', 'users.account.*', 'users.authentication.*'],
      proof: { password: root.password },
    });
    const { changeRoles } = await import('@/lib/services/people/change-roles');
    const { id: personId, version } = alice.person;
    const roles = [{ role: role.key, context: 'global' }];
    await changeRoles(root.call(), { personId, version, roles, proof: { password: root.password } });
    const taken = { password: newPassword };
    expect(seen(await asAlice(`POST /users/${rootNumber}/password`, taken))).toEqual(denied);
    expect(seen(await asAlice(`PATCH /users/${rootNumber}`, { email: newEmail() }))).toEqual(denied);
    expect(seen(await asAlice(`PATCH /users/${aliceNumber}`, { admin: true }))).toEqual(denied);
  });

  it('AZ-4 a limited token sets no password, and makes nobody who could do more than itself', async () => {
    const access = limitedTo('global', 'desk.people.Manage', 'users.account.GetUserInfo');
    const { secret } = await tokenFixture(root, { access });
    const rootNumber = await numberOf(root.person.id);
    const password = newPassword;
    const refused: [string, object][] = [
      [`POST /users/${aliceNumber}/password`, { password }],
      [`POST /users/${rootNumber}/password`, { password, current_password: root.password }],
      ['POST /users', { email: newEmail(), name: 'Mallory', password }],
      ['POST /users', { email: newEmail(), name: 'Mallory', password, admin: true }],
      [`PATCH /users/${aliceNumber}`, { admin: true }],
    ];
    for (const [request, data] of refused)
      expect(seen(await canvus(front, secret, request, data))).toEqual(denied);
    expect((await canvus(front, secret, 'GET /users')).status).toBe(200);
  });
});
