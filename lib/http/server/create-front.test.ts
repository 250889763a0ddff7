import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Wanted } from '@/tests/support/door';
import { openFront } from '@/tests/support/open-front';
import type { ServerOptions } from './server-options';

const own = { origin: 'http://localhost:3000' };

describe('what strangers say', () => {
  test('API-9 AZ-2 forwarded, own and internal headers are dropped before a page sees them', async () => {
    let seen: Record<string, unknown> = {};
    let raws: string[] = [];
    const { send } = await openFront({
      pages: (request, response) => {
        seen = { ...request.headers };
        raws = request.rawHeaders.map((each) => each.toLowerCase());
        response.end();
      },
    });
    const forged = {
      'x-forwarded-for': '192.0.2.1',
      'X-Forwarded-Host': 'evil.example',
      forwarded: 'for=192.0.2.1',
      'x-real-ip': '192.0.2.1',
      'x-client-address': '192.0.2.1',
      'x-request-id': 'forged-request',
      'x-nonce': 'forged',
      'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
      'x-nextjs-data': '1',
      'next-resume': '1',
    };
    await send({ path: '/x', headers: { ...forged, accept: 'text/html' } });
    expect(seen).toMatchObject({ 'x-client-address': '127.0.0.1', accept: 'text/html' });
    expect(seen['x-request-id']).not.toBe('forged-request');
    expect(seen['x-nonce']).not.toBe('forged');
    for (const name of Object.keys(forged).map((each) => each.toLowerCase()))
      expect(raws).not.toContain(name);
    const settled = ['x-client-address', 'x-request-id', 'x-nonce'];
    for (const name of Object.keys(forged))
      if (!settled.includes(name)) expect(seen).not.toHaveProperty(name.toLowerCase());
  });

  test('AZ-2 nothing relies on a proxy.ts: there is none', () => {
    for (const file of ['proxy.ts', 'middleware.ts', 'src/proxy.ts', 'src/middleware.ts'])
      expect(existsSync(file)).toBe(false);
  });

  test('API-9 a trusted proxy says who the client is and which request this is', async () => {
    let seen: Record<string, unknown> = {};
    const { send } = await openFront({
      trustedProxies: ['127.0.0.1'],
      pages: (request, response) => {
        seen = { ...request.headers };
        response.end();
      },
    });
    await send({
      path: '/x',
      headers: { 'x-forwarded-for': '192.0.2.1, 203.0.113.5', 'x-request-id': 'edge-0001' },
    });
    expect(seen).toMatchObject({ 'x-client-address': '203.0.113.5', 'x-request-id': 'edge-0001' });
  });

  test('API-3 AUD-3 a session in any address reaches no log line and no page', async () => {
    let seen = '';
    const { send, logged } = await openFront({
      pages: (request) => {
        seen = request.url ?? '';
        throw new Error(`failed at ${request.url ?? ''}`);
      },
    });
    const canary = 'td_pat_CANARYcanaryCANARY';
    const paths = [
      `/x?session=${canary}&a=1`,
      `/x?%73ession=${canary}`,
      `/1.0/environment/control/rest/getenvs?session=${canary}`,
      `/1.0/none?session=${canary}`,
    ];
    const headers = {
      authorization: `Bearer ${canary}`,
      cookie: `a=${canary}`,
      referer: `http://x/?session=${canary}`,
    };
    for (const path of paths) {
      const answer = await send({ path, headers });
      expect(answer.text + JSON.stringify(answer.headers)).not.toContain(canary);
      expect(seen).not.toContain(canary);
    }
    expect(logged.length).toBeGreaterThanOrEqual(paths.length);
    expect(logged.join('\n')).not.toContain(canary);
  });
});

describe('every answer', () => {
  const requests: Wanted[] = [
    { path: '/x' },
    { path: '/healthz' },
    { path: '/_next/image?url=x' },
    { method: 'POST', path: '/x' },
    { method: 'DELETE', path: '/x' },
    { path: '/1.0/none' },
    { path: '/1.0/environment/control/rest/getenvs' },
    { path: '/boom' },
  ];
  const pages: ServerOptions['pages'] = (request, response) => {
    if (request.url === '/boom') throw new Error('boom');
    response.setHeader('X-Powered-By', 'x');
    response.setHeader('Cache-Control', 's-maxage=31536000');
    response.setHeader('Content-Type', 'text/html');
    response.end('<p>page</p>');
  };

  test('WEB-5 WEB-6 carries the security headers, may be kept by no cache, and names no maker', async () => {
    const { send } = await openFront({ pages, publicUrl: 'https://desk.example.org' });
    for (const wanted of requests) {
      const { headers, status } = await send(wanted);
      expect({ wanted, status, ...headers }).toMatchObject({
        'cache-control': 'private, no-store',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.any(String) as string,
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    }
  });

  test('WEB-4 a page has a nonce of its own, the same in its request, and no unsafe script source', async () => {
    const nonces: string[] = [];
    const { send } = await openFront({
      pages: (request, response) => {
        nonces.push(String(request.headers['x-nonce']));
        response.end();
      },
    });
    for (const path of ['/a', '/b']) {
      const policy = String((await send({ path })).headers['content-security-policy']);
      expect(policy).toContain(`script-src 'nonce-${nonces.at(-1) ?? ''}' 'strict-dynamic';`);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    }
    expect(new Set(nonces).size).toBe(2);
  });

  test('WEB-6 HSTS is said only where the desk is reached by https', async () => {
    const { send } = await openFront();
    expect((await send({ path: '/healthz' })).headers).not.toHaveProperty('strict-transport-security');
  });

  test('WEB-5 only a build file that exists may be kept', async () => {
    const { send } = await openFront({
      pages: (request, response) => {
        response.statusCode = request.url === '/_next/static/a.js' ? 200 : 404;
        response.end();
      },
    });
    expect((await send({ path: '/_next/static/a.js' })).headers['cache-control']).toContain('immutable');
    expect((await send({ path: '/_next/static/none.js' })).headers['cache-control']).toBe(
      'private, no-store',
    );
  });

  test('WEB-11 the image optimiser is not there, other methods are a 405 that says what is allowed', async () => {
    const { send } = await openFront({ pages });
    expect((await send({ path: '/_next/image?url=%2Fa.png&w=64&q=75' })).status).toBe(404);
    const answer = await send({ method: 'PUT', path: '/x', headers: own });
    expect([answer.status, answer.headers.allow, answer.headers['content-type']]).toEqual([
      405,
      'GET, HEAD, POST',
      'application/problem+json',
    ]);
  });

  test('API-5 a page that throws answers a problem without what was thrown', async () => {
    const { send, logged } = await openFront({ pages });
    const answer = await send({ path: '/boom' });
    expect([answer.status, answer.headers['content-type']]).toEqual([500, 'application/problem+json']);
    expect(answer.text).not.toContain('boom');
    expect(logged.join('')).toContain('a request failed');
  });
});

describe('probes and the report address', () => {
  test('the icon is found by its old name too', async () => {
    const { send } = await openFront({ pages: (_request, response) => void response.end('a page') });
    expect(await send({ path: '/favicon.ico' })).toMatchObject({
      status: 302,
      headers: { location: '/icon.svg', 'x-content-type-options': 'nosniff' },
    });
  });

  test('OPS-4 healthz asks nothing, readyz asks the database', async () => {
    let asked = 0;
    const { send } = await openFront({
      checkReady: () => {
        asked += 1;
        return Promise.resolve(false);
      },
    });
    expect(await send({ path: '/healthz' })).toMatchObject({ status: 200, text: 'ok\n' });
    expect(asked).toBe(0);
    expect(await send({ path: '/readyz' })).toMatchObject({ status: 503, text: 'not ready\n' });
    expect(asked).toBe(1);
    expect(await send({ method: 'POST', path: '/readyz' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });

  test('WEB-4 a report is logged in bounded, single-line pieces without queries', async () => {
    const { send, logged } = await openFront();
    const report = {
      'effective-directive': 'script-src',
      'blocked-uri': `https://evil.example/x?session=CANARY\n${'y'.repeat(900)}`,
      'document-uri': 'http://localhost:3000/profile#CANARY',
    };
    const body = JSON.stringify({ 'csp-report': report });
    expect((await send({ method: 'POST', path: '/csp-report', body })).status).toBe(204);
    expect((await send({ method: 'POST', path: '/csp-report', body: 'x'.repeat(9_000) })).status).toBe(413);
    expect(logged.join('')).toContain('https://evil.example/x');
    expect(logged.join('')).not.toContain('CANARY');
  });

  test('a browser under another loopback name is sent to the public one, and stays on that origin', async () => {
    const { send } = await openFront({ isPublicUrlGiven: false });
    const headers = { accept: 'text/html', host: '127.0.0.1:3000' };
    for (const path of ['/profile?a=1', '//evil.example/x']) {
      const answer = await send({ path, headers });
      expect([answer.status, answer.headers.location]).toEqual([307, `http://localhost:3000${path}`]);
      expect(new URL(answer.headers.location ?? '').origin).toBe('http://localhost:3000');
    }
    expect((await send({ path: '/x', headers: { ...headers, host: 'localhost:3000' } })).status).toBe(200);
  });
});
