import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { sendReply } from './send-reply';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const chunk = 'x'.repeat(1_000_000);

/** A client that asks for a stream of megabytes and takes none of them. */
async function slowReader(ended: AbortSignal) {
  const given = { count: 0, isReturned: false };
  async function* endless() {
    try {
      for (;;) {
        given.count += 1;
        yield chunk;
      }
    } finally {
      given.isReturned = true;
    }
  }
  const left = new AbortController();
  const responses: ServerResponse[] = [];
  const server = createServer((_incoming, response) => {
    responses.push(response);
    response.once('close', () => left.abort());
    void sendReply(response, { status: 200, stream: endless(), ended }, [], undefined, left.signal);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  client.on('error', () => undefined).end();
  closing.push(() => {
    client.destroy();
    server.close();
  });
  const [answer] = (await once(client, 'response')) as [NodeJS.ReadableStream];
  answer.on('error', () => undefined);
  const response = responses[0];
  if (response === undefined) throw new Error('Nobody answered.');
  await expect.poll(() => response.writableNeedDrain).toBe(true);
  return { given, response, client };
}

test('API-11 a stream that is over is cut off at once for a reader that does not read', async () => {
  const ending = new AbortController();
  const { given, response } = await slowReader(ending.signal);
  const closed = once(response, 'close');
  const begin = performance.now();
  ending.abort();
  await closed;
  expect(performance.now() - begin).toBeLessThan(1_000);
  await expect.poll(() => given.isReturned).toBe(true);
});

test('a slow reader makes the source wait: no more than a chunk is held for it', async () => {
  const { given, response, client } = await slowReader(new AbortController().signal);
  const { count } = given;
  await expect.poll(() => response.writableNeedDrain).toBe(true);
  expect(given.count - count).toBeLessThanOrEqual(1);
  expect(response.writableLength).toBeLessThan(2 * chunk.length);
  client.destroy();
  await expect.poll(() => given.isReturned).toBe(true);
});
