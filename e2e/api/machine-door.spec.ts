import { deskApi, wire } from '../support/desk-api';
import { limitedTo, makeToken } from '../support/make-token';
import { expect, test } from '../support/test';

const getEnvs = '/1.0/environment/control/rest/getenvs';

test('WEB-3 the machine door never accepts the cookie, and offers no CORS', async ({ desk, cookieOf }) => {
  const cookie = await cookieOf(desk, 'noor');
  for (const method of ['GET', 'POST']) {
    const reply = await wire(desk.url, getEnvs, { method, headers: { cookie, origin: desk.url } });
    expect(JSON.parse(reply.text), 'as if nothing was presented').toMatchObject({ result: 701 });
  }
  const preflight = await wire(desk.url, getEnvs, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  });
  expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('WEB-5 API-3 every reply to a credential is kept by no cache and tells no referrer', async ({
  desk,
  cookieOf,
}) => {
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor');
  for (const query of [`?session=${secret}`, '?session=td_pat_wrong', '']) {
    const reply = await wire(desk.url, getEnvs + query);
    expect(reply.headers['cache-control']).toBe('private, no-store');
    expect(reply.headers['referrer-policy']).toBe('no-referrer');
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect(reply.headers['content-security-policy']).toContain('sandbox');
    expect(reply.headers['content-type']).toContain('application/json');
  }
});

test('API-1 one credential per request: two, or one twice, is refused', async ({ desk, cookieOf }) => {
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor');
  const bearer = { authorization: `Bearer ${secret}` };
  const single = [
    wire(desk.url, `${getEnvs}?session=${secret}`),
    wire(desk.url, getEnvs, { headers: bearer }),
    wire(desk.url, getEnvs, { headers: { 'private-token': secret } }),
  ];
  for (const reply of await Promise.all(single)) expect(JSON.parse(reply.text)).toMatchObject({ result: 0 });
  const doubled = [
    wire(desk.url, `${getEnvs}?session=${secret}&session=${secret}`),
    wire(desk.url, `${getEnvs}?session=${secret}`, { headers: bearer }),
    wire(desk.url, getEnvs, { headers: { ...bearer, 'private-token': secret } }),
    wire(desk.url, `${getEnvs}?session=${secret}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `session=${secret}`,
    }),
  ];
  for (const reply of await Promise.all(doubled)) expect(JSON.parse(reply.text).result).not.toBe(0);
});

test('API-3 a token that may not be used in URLs is refused there, and accepted in a header', async ({
  desk,
  cookieOf,
}) => {
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', { mayUseInUrls: false });
  const api = deskApi(desk.url, secret);
  expect((await api.callByHeader('environment.control.GetEnvs')).result).toBe(0);
  expect((await api.callByForm('environment.control.GetEnvs')).result).toBe(0);
  expect((await api.call('environment.control.GetEnvs')).result).not.toBe(0);
});

test('API-3 a desk with QUERY_CREDENTIAL=off takes no secret from an address', async ({
  startDesk,
  cookieOf,
}) => {
  const desk = await startDesk({ template: 'demo', variables: { QUERY_CREDENTIAL: 'off' } });
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor');
  const api = deskApi(desk.url, secret);
  expect((await api.callByHeader('environment.control.GetEnvs')).result).toBe(0);
  expect((await api.call('environment.control.GetEnvs')).result).not.toBe(0);
});

test('law 6 a refusal names the missing permission and the context, and tells a stranger nothing', async ({
  desk,
  cookieOf,
}) => {
  const { secret } = await makeToken(
    desk,
    await cookieOf(desk, 'noor'),
    'noor',
    limitedTo('project:shop', 'environment.control.GetEnvs'),
  );
  const refused = await deskApi(desk.url, secret).call('environment.control.DeleteEnv', {
    envName: 'shop-staging',
  });
  expect(refused).toMatchObject({
    result: 8202,
    error: expect.stringContaining('environment.control.DeleteEnv'),
  });
  const strangers = await Promise.all(
    [`td_pat_${'0'.repeat(49)}`, 'x', ''].map(async (presented) =>
      deskApi(desk.url, presented).call('environment.control.GetEnvs'),
    ),
  );
  for (const envelope of strangers) expect(envelope).toMatchObject({ result: 702 });
  const unknownMethod = await deskApi(desk.url, secret).call('environment.control.Nothing');
  expect(unknownMethod.result).toBe(1702);
});
