import { findAction } from '../support/server-action';
import { wire } from '../support/desk-api';
import { expect, test } from '../support/test';
import { fingerprint } from '../support/rows';

const host = (url: string) => new URL(url).host;

test('WEB-2 a server action is accepted from the own origin only, whatever Host and forwarded headers say', async ({
  desk,
  cookieOf,
}) => {
  const cookie = await cookieOf(desk, 'noor');
  const action = findAction('readPickerAction');
  const own = desk.url;
  const evil = 'https://evil.example';
  const cases: [string, number, Record<string, string>][] = [
    ['no origin', 403, {}],
    ['an opaque origin', 403, { origin: 'null' }],
    ['a foreign origin', 403, { origin: evil }],
    ['a foreign origin with its own Host', 403, { origin: evil, host: 'evil.example' }],
    [
      'a foreign origin with a forged forwarded host',
      403,
      { origin: evil, 'x-forwarded-host': 'evil.example' },
    ],
    [
      'a foreign origin, forwarded host and proto',
      403,
      {
        origin: evil,
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'host=evil.example',
      },
    ],
    ['the own host by another scheme', 403, { origin: own.replace('http:', 'https:') }],
    ['the own host on another port', 403, { origin: `http://${host(own).split(':')[0]}:1` }],
    ['the own origin as a prefix', 403, { origin: `${own}.evil.example` }],
    ['a foreign origin that claims same-origin', 403, { origin: evil, 'sec-fetch-site': 'same-origin' }],
    ['no origin, same-site', 403, { 'sec-fetch-site': 'same-site' }],
    ['no origin, cross-site', 403, { 'sec-fetch-site': 'cross-site' }],
    ['no origin, vouched for by the browser', 200, { 'sec-fetch-site': 'same-origin' }],
    ['the own origin', 200, { origin: own }],
  ];
  const before = fingerprint(desk.dataDir);
  for (const [name, status, headers] of cases) {
    const reply = await wire(desk.url, '/profile/auth-tokens', {
      method: 'POST',
      headers: {
        cookie,
        'next-action': action,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
        ...headers,
      },
      body: '[]',
    });
    expect(reply.status, name).toBe(status);
    expect(reply.text.includes('StopEnv'), name).toBe(status === 200);
  }
  expect(fingerprint(desk.dataDir)).toBe(before);
});

test('WEB-2 sign-in and set-up, too, are accepted from the own origin only', async ({ desk }) => {
  for (const path of ['/api/auth/callback/credentials', '/sign-in', '/setup', '/api/auth/signout']) {
    const reply = await wire(desk.url, path, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a&password=b',
    });
    expect(reply.status, path).toBe(403);
    expect(reply.headers).not.toHaveProperty('set-cookie');
  }
});
