import { beforeAll, expect, test, vi } from 'vitest';
import { writing } from '@/lib/db/client';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { browse } from '@/tests/support/browse';

vi.stubEnv('PUBLIC_URL', 'https://desk.example.org');
const origin = 'https://desk.example.org';
const open = (headers: Record<string, string> = {}) => browse(origin, headers);

let ada: PersonFixture;
beforeAll(async () => {
  ada = await createPersonFixture({ name: 'Ada', roles: [{ role: 'member', context: 'global' }] });
});

test('SES-1 over https every cookie is __Host-, Secure, HttpOnly, SameSite=Lax, without a domain, and small', async () => {
  const answer = await open().signIn(ada.person.email, ada.password);
  const csrf = await open().get('/api/auth/csrf');
  const cookies = [...answer.setCookies, ...csrf.setCookies];
  expect(cookies.map((cookie) => cookie.split('=')[0])).toContain('__Host-tokendesk.session');
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-tokendesk\./);
    expect(cookie).toMatch(/; Path=\/(;|$)/);
    expect(cookie).toContain('; HttpOnly');
    expect(cookie).toContain('; Secure');
    expect(cookie).toContain('; SameSite=Lax');
    expect(cookie).not.toContain('Domain');
    expect(cookie.length).toBeLessThanOrEqual(4_096);
  }
});

test('SES-5 without the form’s own proof, or with another’s, nobody is signed in', async () => {
  const credentials = { email: ada.person.email, password: ada.password, json: 'true' };
  for (const form of [credentials, { ...credentials, csrfToken: 'a'.repeat(64) }]) {
    const browser = open();
    await browser.get('/api/auth/csrf');
    await browser.postBare('/api/auth/callback/credentials', form);
    expect(browser.cookie()).not.toContain('session');
  }
});

test('PWD-6 the answer to an unknown email and to a wrong password is the same to the byte', async () => {
  const one = await open().signIn('nobody@example.org', 'wrong');
  const other = await open().signIn(ada.person.email, 'wrong');
  expect(one.status).toBe(401);
  expect(other.status).toBe(401);
  expect(other.body).toEqual(one.body);
  const named = (answer: typeof one) => [...answer.headers.keys()].sort();
  expect(named(other)).toEqual(named(one));
});

test.each([
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  'https://desk.example.org@evil.example',
  'https://desk.example.org.evil.example',
  '/\t/evil.example',
  '\u{ff0f}\u{ff0f}evil.example',
  'javascript:alert(1)',
  'http://desk.example.org/',
])('SES-6 after sign-in nothing leads off the desk: %j', async (callbackUrl) => {
  const browser = open();
  const answer = await browser.signIn(ada.person.email, ada.password, callbackUrl);
  expect(answer.body).toEqual({ url: `${origin}/profile/auth-tokens` });
  const page = await browser.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`);
  const address = new URL(page.headers.get('location') ?? '/', origin);
  expect(address.origin).toBe(origin);
  expect(address.searchParams.get('callbackUrl') ?? '/').not.toMatch(/evil/);
});

test('SES-6 neither a forwarded host nor a planted cookie moves the redirects', async () => {
  const browser = open({
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
  });
  browser.take(`__Host-tokendesk.callback-url=${encodeURIComponent('https://evil.example/')}`);
  const answer = await browser.post('/api/auth/callback/credentials', {
    email: ada.person.email,
    password: ada.password,
  });
  expect(JSON.stringify(answer.body)).not.toContain('evil');
  expect((await browser.get('/api/auth/error?error=CredentialsSignin')).headers.get('location')).toMatch(
    new RegExp(`^${origin}/`),
  );
});

test('what this desk does not use of next-auth does not exist', async () => {
  const browser = open();
  for (const path of [
    '/api/auth/callback/credentials',
    '/api/auth/verify-request',
    '/api/auth/callback/github',
  ]) {
    expect((await browser.get(path)).status).toBe(404);
  }
  expect((await browser.post('/api/auth/_log', { level: 'error', code: 'x' })).status).toBe(404);
  expect((await browser.post('/api/auth/session', { data: 'x' })).status).toBe(404);
});

test('SES-5 /api/auth/session knows only live sessions, and says nothing but when the cookie ends', async () => {
  const browser = open();
  await browser.signIn(ada.person.email, ada.password);
  const live = await browser.get('/api/auth/session');
  expect(live.body).toEqual({ expires: expect.any(String) });
  await (await writing()).session.updateMany({ data: { endedAt: new Date(), endedReason: 'signed-out' } });
  const ended = await browser.get('/api/auth/session');
  expect(ended.body).toEqual({});
});

test('SES-5 a fault behind sign-in is a 500 without detail, never a session', async () => {
  const client = await writing();
  await client.$executeRawUnsafe(
    `CREATE TRIGGER break BEFORE INSERT ON "Session" BEGIN SELECT RAISE(ABORT, 'boom'); END`,
  );
  const browser = open();
  const answer = await browser.signIn(ada.person.email, ada.password);
  await client.$executeRawUnsafe('DROP TRIGGER break');
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.body)).not.toContain('boom');
  expect(browser.cookie()).not.toContain('session');
});
