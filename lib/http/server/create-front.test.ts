import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { doorFixture, type DoorFixture, type Wanted } from '@/tests/support/door';
import type { ServerOptions } from './server-options';

const open: DoorFixture[] = [];

async function front(overrides: Partial<ServerOptions> = {}): Promise<DoorFixture> {
  const fixture = await doorFixture(overrides);
  open.push(fixture);
  return fixture;
}

afterEach(async () => {
  for (const fixture of open.splice(0)) await fixture.close();
});

const own = { origin: 'http://localhost:3000' };

describe('changes from pages', () => {
  test('WEB-2 a POST is let through from the own origin alone, or where the browser vouches for it', async () => {
    const { send } = await front();
    const attempts: [number, Record<string, string>][] = [
      [200, own],
      [200, { 'sec-fetch-site': 'same-origin' }],
      [200, { origin: 'null', 'sec-fetch-site': 'same-origin' }],
      [403, {}],
      [403, { origin: 'null' }],
      [403, { origin: 'https://evil.example' }],
      [403, { origin: 'http://localhost:3000.evil.example' }],
      [403, { origin: 'http://localhost' }],
      [403, { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' }],
      [403, { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
      [403, { 'sec-fetch-site': 'same-site' }],
      [403, { 'sec-fetch-site': 'none' }],
    ];
    for (const [status, headers] of attempts) {
      const answer = await send({ method: 'POST', path: '/profile/auth-tokens', headers, body: 'x' });
      expect([answer.status, headers]).toEqual([status, headers]);
    }
  });

  test('WEB-10 a body above 64 KB is a 413, announced or not; at the limit it arrives whole', async () => {
    const received: number[] = [];
    const { send, port } = await front({
      pages: async (request, response) => {
        let sizeBytes = 0;
        for await (const chunk of request) sizeBytes += (chunk as Buffer).length;
        received.push(sizeBytes);
        response.end();
      },
    });
    expect(
      (await send({ method: 'POST', path: '/x', headers: own, body: Buffer.alloc(65_536) })).status,
    ).toBe(200);
    expect(
      (await send({ method: 'POST', path: '/x', headers: own, body: Buffer.alloc(65_537) })).status,
    ).toBe(413);
    expect(await flood(port, '/x')).toMatch(/^HTTP\/1\.1 413 /);
    expect(received).toEqual([65_536]);
  });

  test('WEB-10 sixty megabytes to a machine door are a 413, and are not kept in memory', async () => {
    const { port } = await front();
    const before = process.memoryUsage().rss;
    expect(await flood(port, '/1.0/environment/file/rest/upload')).toMatch(/^HTTP\/1\.1 413 /);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1_048_576);
  });

  test('WEB-10 a body that does not come is a 408', async () => {
    const { port } = await front({ bodyTimeoutMilliseconds: 50 });
    const answer = await raw(
      port,
      'POST /x HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: http://localhost:3000\r\nContent-Length: 10\r\n\r\nabc',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('what strangers say', () => {
  test('API-9 AZ-2 forwarded, own and internal headers are dropped before a page sees them', async () => {
    let seen: Record<string, unknown> = {};
    let raws: string[] = [];
    const { send } = await front({
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
    const { send } = await front({
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
    const { send, logged } = await front({
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
    const { send } = await front({ pages, publicUrl: 'https://desk.example.org' });
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
    const { send } = await front({
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
    const { send } = await front();
    expect((await send({ path: '/healthz' })).headers).not.toHaveProperty('strict-transport-security');
  });

  test('WEB-5 only a build file that exists may be kept', async () => {
    const { send } = await front({
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
    const { send } = await front({ pages });
    expect((await send({ path: '/_next/image?url=%2Fa.png&w=64&q=75' })).status).toBe(404);
    const answer = await send({ method: 'PUT', path: '/x', headers: own });
    expect([answer.status, answer.headers.allow, answer.headers['content-type']]).toEqual([
      405,
      'GET, HEAD, POST',
      'application/problem+json',
    ]);
  });

  test('API-5 a page that throws answers a problem without what was thrown', async () => {
    const { send, logged } = await front({ pages });
    const answer = await send({ path: '/boom' });
    expect([answer.status, answer.headers['content-type']]).toEqual([500, 'application/problem+json']);
    expect(answer.text).not.toContain('boom');
    expect(logged.join('')).toContain('a request failed');
  });
});

describe('probes and the report address', () => {
  test('OPS-4 healthz asks nothing, readyz asks the database', async () => {
    let asked = 0;
    const { send } = await front({
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
    const { send, logged } = await front();
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
    const { send } = await front({ isPublicUrlGiven: false });
    const headers = { accept: 'text/html', host: '127.0.0.1:3000' };
    for (const path of ['/profile?a=1', '//evil.example/x']) {
      const answer = await send({ path, headers });
      expect([answer.status, answer.headers.location]).toEqual([307, `http://localhost:3000${path}`]);
      expect(new URL(answer.headers.location ?? '').origin).toBe('http://localhost:3000');
    }
    expect((await send({ path: '/x', headers: { ...headers, host: 'localhost:3000' } })).status).toBe(200);
  });
});

/** Sends sixty megabytes in chunks of unknown number until the answer comes; answers its first line. */
function flood(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 97), Buffer.from('\r\n')]);
    let left = 960;
    let isAnswered = false;
    const write = () => {
      while (left > 0 && !isAnswered) {
        left -= 1;
        if (!socket.write(chunk)) return void socket.once('drain', write);
      }
    };
    socket.once('data', (data) => {
      isAnswered = true;
      socket.destroy();
      resolve(data.toString('latin1').split('\r\n', 1).join(''));
    });
    socket.on('error', (error) => (isAnswered ? undefined : reject(error)));
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: http://localhost:3000\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    write();
  });
}

/** Sends bytes as they are; answers what came back first. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString('latin1'));
    });
    socket.once('error', reject);
  });
}
