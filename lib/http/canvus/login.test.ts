import { beforeAll, beforeEach, expect, test } from 'vitest';
import { canvus, numberOf, type CanvusAnswer } from '@/tests/support/canvus';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import type { DoorFixture } from '@/tests/support/door';
import { openFront } from '@/tests/support/open-front';
import { tokenFixture } from '@/tests/support/tokens';

let front: DoorFixture;
let alice: PersonFixture;
let number: number;

beforeAll(async () => {
  alice = await createPersonFixture({ name: 'Alice', roles: [{ role: 'member', context: 'global' }] });
  number = await numberOf(alice.person.id);
});
beforeEach(async () => {
  front = await openFront();
});

const secretIn = ({ body }: CanvusAnswer) => (body as { token: string }).token;
const login = (data: unknown) => canvus(front, null, 'POST /users/login', data);
const right = () => ({ email: alice.person.email, password: alice.password });

test('email and password give a token that acts as the user, until logout', async () => {
  const { status, body } = await login(right());
  expect(status).toBe(200);
  expect(Object.keys(body as object)).toEqual(['token', 'user']);
  const { token: presented, user } = body as { token: string; user: object };
  expect(user).toMatchObject({ id: number, email: alice.person.email });
  expect(user).not.toMatchObject({ last_login: '' });
  expect((await canvus(front, presented, `GET /users/${number}`)).body).toEqual(user);
  const made = await canvus(front, presented, `POST /users/${number}/access-tokens`, { description: 'Made' });
  const { plain_token: plain } = made.body as { plain_token: string };
  const ended = await canvus(front, presented, 'POST /users/logout');
  expect([ended.status, ended.body]).toEqual([200, null]);
  for (const request of [`GET /users/${number}`, 'POST /users/logout'])
    expect((await canvus(front, presented, request)).status).toBe(401);
  expect((await canvus(front, plain, `GET /users/${number}`)).status).toBe(200);
});

test('the token of a login is validated and prolonged by itself; nothing else is', async () => {
  const presented = secretIn(await login(right()));
  const again = await login({ token: presented });
  expect([again.status, again.body]).toMatchObject([200, { token: presented, user: { id: number } }]);
  const { secret } = await tokenFixture(alice);
  await canvus(front, presented, 'POST /users/logout');
  for (const wrong of [presented, secret, 'nonsense', '']) {
    const { status, body } = await login({ token: wrong });
    expect([status, Object.keys(body as object)]).toEqual([401, ['msg']]);
  }
});

test.each([
  {},
  { email: 'a@example.org' },
  { password: 'x' },
  { email: 'a@example.org', password: 'x', token: 'x' },
  { email: 'a@example.org', password: 'x', remember: true },
  { email: 7, password: 'x' },
  { token: null },
  [],
  '"text"',
])('a login of %j is refused in the documented words', async (data) => {
  const { status, body } = await login(data);
  expect([status, body]).toEqual([
    400,
    { msg: 'Login request must have either email and password or token' },
  ]);
});

test('PWD-6 an unknown user and a wrong password get the same documented answer', async () => {
  const answers = [
    await login({ ...right(), password: 'not it' }),
    await login({ email: 'nobody@example.org', password: 'not it' }),
    await login({ email: '', password: '' }),
  ];
  for (const { status, body } of answers)
    expect([status, body]).toEqual([401, { msg: 'Invalid username or password.' }]);
});

test('an access token is no session: logout leaves it alone', async () => {
  const { secret } = await tokenFixture(alice);
  const { status, body } = await canvus(front, secret, 'POST /users/logout');
  expect([status, Object.keys(body as object)]).toEqual([409, ['msg']]);
  expect((await canvus(front, secret, `GET /users/${number}`)).status).toBe(200);
});
