import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openFront } from '@/tests/support/open-front';

const own = { origin: 'http://localhost:3000' };

describe('changes from pages', () => {
  test('WEB-2 a POST is let through from the own origin alone, or where the browser vouches for it', async () => {
    const { send } = await openFront();
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
    const { send, port } = await openFront({
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

  test('WEB-10 a document for the catalog is read for a session that may import, and for nobody else', async () => {
    const { send, port } = await openFront();
    const body = Buffer.alloc(65_537);
    for (const headers of [own, { ...own, cookie: 'tokendesk.session=forged' }]) {
      expect((await send({ method: 'POST', path: '/admin/catalog', headers, body })).status).toBe(413);
    }
    expect(await flood(port, '/admin/catalog')).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('WEB-10 sixty megabytes to a machine door are a 413, and are not kept in memory', async () => {
    const { port } = await openFront();
    const before = process.memoryUsage().rss;
    expect(await flood(port, '/1.0/environment/file/rest/upload')).toMatch(/^HTTP\/1\.1 413 /);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1_048_576);
  });

  test('WEB-10 a body that does not come is a 408', async () => {
    const { port } = await openFront({ bodyTimeoutMilliseconds: 50 });
    const answer = await raw(
      port,
      'POST /x HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: http://localhost:3000\r\nContent-Length: 10\r\n\r\nabc',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
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
