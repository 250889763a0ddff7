import { sessionCookie, signInByHttp } from '../support/cookie';
import { wire } from '../support/desk-api';
import { makeToken } from '../support/make-token';
import { people } from '../support/people';
import { callAction } from '../support/server-action';
import { expect, test } from '../support/test';

test('AUD-3 no secret, password, cookie, Authorization or query is in the log or the data, whatever fails', async ({
  startDesk,
}) => {
  const desk = await startDesk({ template: 'demo', variables: { LOG_LEVEL: 'trace' } });
  const { noor } = people;
  const { cookie } = await signInByHttp(desk.url, noor);
  const typed = 'wrong-password-canary-7f3a';
  const queried = 'query-canary-91bd';
  desk.remember('the password', noor.password);
  desk.remember('a wrong password', typed);
  desk.remember('the session cookie', sessionCookie(cookie).value);
  desk.remember('a query', queried);
  const { row, secret } = await makeToken(desk, cookie, 'noor');
  desk.remember('the whole secret', secret);

  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const door = '/1.0/environment/control/rest';
  const junk = `td_pat_${'Zz9'.repeat(16)}Q`;
  desk.remember('a presented string', junk);
  const requests: Promise<unknown>[] = [
    signInByHttp(desk.url, { email: noor.email, password: typed }),
    signInByHttp(desk.url, { email: typed, password: noor.password }),
    callAction(desk.url, cookie, 'removeTokensAction', {
      tokens: [{ id: row.id, version: row.version }],
      proof: { password: typed },
    }),
    callAction(desk.url, cookie, 'generateTokenAction', {
      password: noor.password,
      proof: typed,
      broken: secret,
    }),
    wire(desk.url, `${door}/getenvs?session=${secret}&x=${queried}`),
    wire(desk.url, `${door}/getenvs?session=${junk}&envName=${queried}`),
    wire(desk.url, `${door}/GETENVS?SESSION=${secret}&session=${secret}`),
    wire(desk.url, `${door}/nosuchmethod?session=${secret}`),
    wire(desk.url, `${door}/stopenv?envName=%ff%fe${queried}&session=${secret}`),
    wire(desk.url, `${door}/getenvs`, { headers: { authorization: `Bearer ${secret}` } }),
    wire(desk.url, `${door}/getenvs`, { headers: { 'private-token': secret } }),
    wire(desk.url, `${door}/getenvs`, { headers: { authorization: `Basic ${secret}` } }),
    wire(desk.url, `${door}/getenvs`, {
      method: 'POST',
      headers: form,
      body: `session=${secret}&x=${queried}`,
    }),
    wire(desk.url, `/nowhere?session=${secret}&q=${queried}`),
    wire(desk.url, `/sign-in?callbackUrl=${queried}&session=${secret}`),
    wire(desk.url, `/api/auth/error?error=${queried}`),
    wire(desk.url, `/profile/auth-tokens/rows?id=${queried}`, { headers: { cookie } }),
    wire(desk.url, `/healthz?session=${secret}`),
    wire(desk.url, '/sign-in', {
      method: 'POST',
      headers: { origin: desk.url, 'content-type': 'text/plain', cookie, 'next-action': '0'.repeat(42) },
      body: secret,
    }),
    wire(desk.url, '/api/auth/callback/credentials', {
      method: 'POST',
      headers: { origin: desk.url, 'content-type': 'application/json' },
      body: `{"password":"${typed}`,
    }),
    wire(desk.url, '/csp-report', {
      method: 'POST',
      headers: { 'content-type': 'application/csp-report' },
      body: JSON.stringify({
        'csp-report': {
          'document-uri': `${desk.url}/x?session=${secret}`,
          'blocked-uri': `https://evil.example/?${queried}`,
          'effective-directive': 'img-src',
        },
      }),
    }),
  ];
  await Promise.all(requests);
  expect(await desk.stop()).toBe(0);
  expect(desk.log(), 'the log was flushed').toContain('"path":"/1.0/environment/control/rest/getenvs"');
  expect(desk.log()).not.toMatch(/[?&]session=|authorization|td_pat_[0-9A-Za-z]{10}/i);
  expect(desk.findLeaks()).toEqual([]);
});
