import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiName, ApiOperation } from '@/lib/domain/api/api-operation';
import { describedApis } from '@/lib/domain/api/description';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { doorFixture, type Answered, type DoorFixture, type Wanted } from '@/tests/support/door';
import { createWorld, placeToken, stateOfDesk, type World } from '@/tests/support/matrix/world';

// What is wrong with the request itself: each door answers in its own shape with the right code, nothing is changed, and
// nothing leaks (API-5, WEB-10).

const operations = describedApis(currentCatalog(), true).flatMap((api) => api.operations);
let door: DoorFixture;
let world: World;
let secret: string;
let before: string;
beforeAll(async () => {
  door = await doorFixture();
  world = await createWorld();
  ({ secret } = await placeToken(world.holder));
  before = await stateOfDesk();
});
afterAll(() => door.close());

/** A right address of an operation; what its braces name does not exist. */
function addressOf({ path }: ApiOperation): string {
  return path.replaceAll('{id}', '999999').replaceAll(/\{[^}]+\}/g, 'me');
}

const bearer = () => ({ authorization: `Bearer ${secret}` });

/** What a refusal of each API has; a transport that is wrong may be told as a problem at the Virtuozzo door. */
function expectOwnShape(api: ApiName, { status, text, headers }: Answered): void {
  const body = JSON.parse(text) as Record<string, unknown>;
  if (api === 'canvus') expect(Object.keys(body)).toEqual(['msg']);
  else if (api === 'codecanvas' || api === 'oauth')
    expect(Object.keys(body)).toEqual(['error', 'error_description']);
  else if (headers['content-type'] === 'application/problem+json')
    expect(body).toMatchObject({
      type: expect.any(String) as string,
      title: expect.any(String) as string,
      status,
    });
  else
    expect(body).toMatchObject({ result: expect.any(Number) as number, error: expect.any(String) as string });
  expect(text).not.toMatch(/node_modules|\bat .+:\d+:\d+|prisma|sqlite|SELECT |\/lib\/|Zod/i);
}

async function expectRefused(operation: ApiOperation, wanted: Wanted, ...statuses: number[]): Promise<void> {
  const { body } = wanted;
  // Node frames the body of a DELETE only when it is told how long it is.
  const isTold = body !== undefined && wanted.headers?.['transfer-encoding'] === undefined;
  const length = isTold ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const answer = await door.send({ ...wanted, headers: { ...wanted.headers, ...length } });
  expect(statuses, `${operation.id}: ${answer.status} ${answer.text.slice(0, 200)}`).toContain(answer.status);
  expectOwnShape(operation.api, answer);
  expect(await stateOfDesk(), 'nothing is changed').toBe(before);
}

const withJson = operations.filter(
  ({ api, body, credential }) =>
    body !== null &&
    (credential === 'token' || api === 'desk') &&
    ['desk', 'canvus', 'codecanvas'].includes(api),
);
const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
const bodies: readonly [string, string | Buffer][] = [
  ['a torn object', '{"description":'],
  ['a number', '7'],
  ['a list', '[{"description":"x"}]'],
  ['a text', '"description"'],
  ['null', 'null'],
  ['nesting without end', deep],
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['a form', 'description=x&description=y'],
  ['a prototype', '{"__proto__":{"description":"x"},"constructor":{"prototype":{}}}'],
];

describe.each(withJson.map((operation) => [operation.id, operation] as const))(
  'API-5 %s',
  (_id, operation) => {
    test.each(bodies)('refuses %s', async (_what, body) => {
      const headers = { ...bearer(), 'content-type': 'application/json', 'if-match': '"1"' };
      await expectRefused(
        operation,
        { method: operation.method, path: addressOf(operation), headers, body },
        400,
        404,
      );
    });

    test('WEB-10 refuses more than 64 KB, told and untold', async () => {
      const headers = { ...bearer(), 'content-type': 'application/json', 'if-match': '"1"' };
      const body = JSON.stringify({ description: 'x'.repeat(70_000) });
      const wanted = { method: operation.method, path: addressOf(operation), body };
      await expectRefused(operation, { ...wanted, headers }, 413);
      await expectRefused(
        operation,
        { ...wanted, headers: { ...headers, 'transfer-encoding': 'chunked' } },
        413,
      );
    });
  },
);

describe.each(operations.map((operation) => [operation.id, operation] as const))(
  'API-5 %s',
  (_id, operation) => {
    test('refuses methods that it does not have, with Allow', async () => {
      for (const method of ['PUT', 'TRACE', 'OPTIONS', 'PROPFIND']) {
        const answer = await door.send({ method, path: addressOf(operation), headers: bearer() });
        expect([method, answer.status]).toEqual([method, 405]);
        expect(String(answer.headers.allow).split(', ')).toContain(operation.method);
        expectOwnShape(operation.api, answer);
        expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    });

    test('API-1 refuses two credentials, and one twice', async () => {
      if (operation.credential !== 'token') return;
      const wanted = { method: operation.method, path: addressOf(operation) };
      const doubled = [
        { ...bearer(), 'private-token': secret },
        { authorization: [`Bearer ${secret}`, `Bearer ${secret}`] },
        { 'private-token': [secret, secret] },
        { 'private-token': `${secret}, ${secret}` },
      ];
      for (const headers of doubled) await expectRefused(operation, { ...wanted, headers }, 400);
    });

    test('tells a credential in the address from one in a header', async () => {
      if (operation.credential !== 'token' || operation.api === 'virtuozzo') return;
      const path = `${addressOf(operation)}?session=${secret}`;
      await expectRefused(operation, { method: operation.method, path }, 401);
    });
  },
);

test('API-5 paths that are nobody’s are refused in the words of the door that they lie in', async () => {
  const paths: [ApiName, string][] = [
    ['canvus', '/api/v1/users/1000/nothing'],
    ['canvus', '/api/v1/users/1000/access-tokens/a/b'],
    ['desk', '/api/v1/nothing'],
    ['desk', '/api/v1/tokens/%2e%2e/self'],
    ['desk', '/api/v1/tokens/%zz'],
    ['codecanvas', '/api/http/nothing'],
    ['oauth', '/oauth/nothing'],
  ];
  for (const [api, path] of paths) {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await door.send({ method, path, headers: bearer() });
      expect([path, answer.status]).toEqual([path, 404]);
      expectOwnShape(api, answer);
    }
  }
});

test('ids of other kinds, and texts that would split a header or hide, are refused and change nothing', async () => {
  const texts = [
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    'a\r\nSet-Cookie: x=1',
    'a\u202eb',
    '\ud800',
    'x'.repeat(300),
  ];
  for (const description of texts) {
    const body = JSON.stringify({ description });
    const headers = { ...bearer(), 'content-type': 'application/json' };
    for (const [method, path] of [
      ['POST', '/api/v1/users/1000/access-tokens'],
      ['POST', '/api/v1/tokens'],
    ] as const) {
      const answer = await door.send({ method, path, headers, body });
      expect([JSON.stringify(description).slice(0, 40), answer.status]).toEqual([
        JSON.stringify(description).slice(0, 40),
        400,
      ]);
      expect(Object.keys(answer.headers)).not.toContain('set-cookie');
    }
  }
  for (const id of [
    'me',
    '1e3',
    '0x3e8',
    '1000.0',
    '%31000%00',
    '-1',
    '99999999999999999999',
    "1' OR '1'='1",
  ]) {
    const path = `/api/v1/users/${encodeURIComponent(decodeURIComponent(id))}/access-tokens`;
    const answer = await door.send({ path, headers: bearer() });
    expect([400, 404], `${id}: ${answer.text}`).toContain(answer.status);
    expectOwnShape('canvus', answer);
  }
  expect(await stateOfDesk()).toBe(before);
});

test('parameters that stand twice are refused', async () => {
  for (const path of [
    '/api/v1/tokens?limit=1&limit=2',
    '/api/v1/audit-log?per_page=1&per_page=2',
    '/api/http/permissions?$fields=a&$fields=b',
  ]) {
    expect([path, (await door.send({ path, headers: bearer() })).status]).toEqual([path, 400]);
  }
});

/** Sends bytes as they are; resolves with what came back when the connection ends, or after it was silent for a while. */
function raw(text: string, rest: Buffer[] = []): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(door.port, '127.0.0.1');
    let answer = '';
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    socket.write(text);
    for (const chunk of rest) socket.write(chunk);
  });
}

test('WEB-10 a body that trickles in is ended, and so is one of 60 MB, without being kept', async () => {
  const head = (path: string, length: number) =>
    `POST ${path} HTTP/1.1\r\nHost: localhost:3000\r\nAuthorization: Bearer ${secret}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
  for (const path of [
    '/api/v1/tokens',
    '/api/v1/users/1000/access-tokens',
    '/api/http/permissions/check-permission',
  ]) {
    expect(await raw(`${head(path, 100)}{"a":`)).toMatch(/^HTTP\/1\.1 408 /);
    const size = 60 * 1024 * 1024;
    const used = process.memoryUsage().rss;
    expect(await raw(head(path, size), [Buffer.alloc(1024 * 1024, 'x')])).toMatch(/^HTTP\/1\.1 413 /);
    expect(process.memoryUsage().rss - used).toBeLessThan(50 * 1024 * 1024);
  }
  expect(await stateOfDesk()).toBe(before);
});
