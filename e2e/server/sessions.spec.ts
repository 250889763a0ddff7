import { sessionCookie, signInByHttp } from '../support/cookie';
import { wire } from '../support/desk-api';
import { people } from '../support/people';
import { expect, test } from '../support/test';

const page = '/profile/auth-tokens';

test('SES-1 over https the session cookie is __Host-, Secure, HttpOnly, SameSite, and small', async ({
  startDesk,
}) => {
  const publicUrl = 'https://desk.example.test';
  const desk = await startDesk({ template: 'demo', variables: { PUBLIC_URL: publicUrl } });
  const opened = await wire(desk.url, '/api/auth/csrf');
  const formCookies = (opened.headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ');
  const reply = await wire(desk.url, '/api/auth/callback/credentials', {
    method: 'POST',
    headers: { origin: publicUrl, cookie: formCookies, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      email: people.noor.email,
      password: people.noor.password,
      csrfToken: JSON.parse(opened.text).csrfToken,
      json: 'true',
    }).toString(),
  });
  const lines = [...(opened.headers['set-cookie'] ?? []), ...(reply.headers['set-cookie'] ?? [])];
  expect(
    lines.some((line) => line.startsWith('__Host-tokendesk.session=')),
    lines.join('\n'),
  ).toBe(true);
  for (const line of lines) {
    expect(line).toMatch(/^__Host-/);
    expect(line).toMatch(/; *Secure/i);
    expect(line).toMatch(/; *HttpOnly/i);
    expect(line).toMatch(/; *SameSite=(?:Lax|Strict)/i);
    expect(line).toMatch(/; *Path=\/(?:;|$)/i);
    expect(line).not.toMatch(/; *Domain=/i);
    expect(line.length).toBeLessThanOrEqual(4_096);
  }
});

test('SES-2 the old cookie opens nothing after signing out', async ({ desk }) => {
  const { cookie } = await signInByHttp(desk.url, people.noor);
  expect((await wire(desk.url, page, { headers: { cookie } })).status).toBe(200);
  const { csrfToken: formProof } = JSON.parse(
    (await wire(desk.url, '/api/auth/csrf', { headers: { cookie } })).text,
  );
  const out = await wire(desk.url, '/api/auth/signout', {
    method: 'POST',
    headers: { cookie, origin: desk.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: formProof, json: 'true' }).toString(),
  });
  expect(out.status).toBeLessThan(400);
  for (const path of [page, '/environments', '/admin/people', '/profile/security']) {
    const reply = await wire(desk.url, path, { headers: { cookie } });
    expect(reply.status, path).toBe(307);
    expect(reply.headers.location, path).toContain('/sign-in');
  }
  expect((await wire(desk.url, '/feed', { headers: { cookie } })).status).toBe(401);
  expect((await wire(desk.url, `${page}/rows?offset=0&limit=10`, { headers: { cookie } })).status).toBe(401);
});

test('SES-2 a cookie that was altered, cut or sealed by another desk opens nothing', async ({
  desk,
  cookieOf,
  startDesk,
}) => {
  const { name, value } = sessionCookie(await cookieOf(desk, 'noor'));
  const stranger = await startDesk({
    template: 'empty',
    variables: { TOKENDESK_ADMIN_EMAIL: people.noor.email, TOKENDESK_ADMIN_PASSWORD: people.noor.password },
  });
  const foreign = sessionCookie((await signInByHttp(stranger.url, people.noor)).cookie).value;
  const flipped = value.slice(0, -8) + (value.at(-8) === 'A' ? 'B' : 'A') + value.slice(-7);
  for (const forged of [
    flipped,
    value.slice(0, -1),
    '',
    'null',
    '{}',
    foreign,
    `${value}; ${name}=${value}`,
  ]) {
    const reply = await wire(desk.url, page, { headers: { cookie: `${name}=${forged}` } });
    expect(reply.status).toBe(307);
    expect(reply.text).not.toContain(people.noor.email);
  }
});

test('SES-4 every sign-in gets a session of its own, and none that was brought along', async ({ desk }) => {
  const first = sessionCookie((await signInByHttp(desk.url, people.noor)).cookie).value;
  const second = sessionCookie((await signInByHttp(desk.url, people.noor)).cookie).value;
  expect(second).not.toBe(first);
});

test('SES-6 the way back after sign-in never leaves the desk', async ({ desk, openContext }) => {
  const payloads = [
    '//evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    'https://evil.example',
    'https:evil.example',
    '/%2f%2fevil.example/..//',
    `${'http://localhost'}@evil.example`,
    '/\u2028/evil.example',
    '///evil.example',
    'javascript:alert(1)',
  ];
  const context = await openContext();
  const tab = await context.newPage();
  for (const payload of payloads) {
    await tab.goto(`/sign-in?callbackUrl=${encodeURIComponent(payload)}`);
    await tab.getByLabel('Email').fill(people.noor.email);
    await tab.getByLabel('Password', { exact: true }).fill(people.noor.password);
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    expect(new URL(tab.url()).origin, payload).toBe(desk.url);
    // An open page would ask for its stream once more, and be refused.
    await tab.goto('about:blank');
    await context.clearCookies();
  }
});
