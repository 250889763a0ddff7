import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendWhole } from './send-whole';

let arrived: ServerResponse[] = [];
const server = createServer((_, response) => {
  arrived.push(response);
  server.emit('arrived');
});
let url: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

/** Requests that have all arrived, each with what it will be answered. */
async function requests(count: number) {
  arrived = [];
  const answers = Array.from({ length: count }, async () => (await fetch(url)).text());
  for (const answer of answers) answer.catch(() => undefined);
  while (arrived.length < count) await once(server, 'arrived');
  return arrived.map((response, index) => ({ response, index, answers }));
}

const plain = (body: string) => ({ status: 200, headers: ['X-Of', body], body });

test('what is decided in one turn goes out when the turn is over', async () => {
  const asked = await requests(3);
  for (const { response, index } of asked) sendWhole(response, plain(`answer ${index}`));
  expect(asked.map(({ response }) => response.headersSent)).toEqual([false, false, false]);
  const texts = await Promise.all(asked[0]?.answers ?? []);
  expect(texts.toSorted()).toEqual(['answer 0', 'answer 1', 'answer 2']);
});

test('nobody waits for more than 31 others', async () => {
  const asked = await requests(33);
  for (const { response, index } of asked) sendWhole(response, plain(`answer ${index}`));
  expect(asked.filter(({ response }) => response.headersSent)).toHaveLength(32);
  expect(new Set(await Promise.all(asked[0]?.answers ?? []))).toHaveProperty('size', 33);
});

test('one that cannot be written ends its own connection and no other', async () => {
  const asked = await requests(3);
  const told: number[] = [];
  for (const { response, index } of asked) {
    const headers = index === 1 ? ['X-Of', 'two\r\nX-Auth-User: eve'] : [];
    sendWhole(response, { status: 200, headers, body: 'let in', sent: () => void told.push(index) });
  }
  const outcomes = await Promise.allSettled(asked[0]?.answers ?? []);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  expect(told).toEqual([0, 2]);
});

test('what was answered meanwhile is left as it is', async () => {
  const [asked] = await requests(1);
  if (asked === undefined) throw new Error('one request');
  sendWhole(asked.response, plain('let in'));
  asked.response.writeHead(503).end('refused');
  expect(await asked.answers[0]).toBe('refused');
});
