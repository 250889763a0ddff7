import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createMachineDoors } from '@/lib/http/machine-doors';
import { send } from '@/tests/support/door';
import { createFront } from './create-front';
import { stopGracefully } from './graceful-stop';
import { createLoggers } from './logger';
import { newServerState } from './server-options';

test('REL-5 a stop lets running requests finish, ends event streams, takes no new ones, and closes last', async () => {
  const logger = createLoggers('silent', { write: () => undefined });
  const state = newServerState();
  const steps: string[] = [];
  const finishing = new Map<string, () => void>();
  const front = createFront(
    {
      publicUrl: 'http://localhost:3000',
      isPublicUrlGiven: true,
      trustedProxies: [],
      isDevelopment: false,
      logger,
      doors: createMachineDoors({
        publicUrl: 'http://localhost:3000',
        isSamplePlatformOn: false,
        isQueryCredentialOn: true,
        bodyTimeoutMilliseconds: 500,
      }),
      pages: (request, response) => {
        if (request.url === '/feed') response.setHeader('Content-Type', 'text/event-stream');
        if (request.url === '/feed') response.write(': here\n\n');
        finishing.set(request.url ?? '', () => {
          steps.push('finished');
          response.end('done');
        });
      },
      checkReady: () => Promise.resolve(true),
      bodyTimeoutMilliseconds: 500,
    },
    state,
  );
  const server = createServer((request, response) => void front(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect((await send(port, { path: '/readyz' })).status).toBe(200);

  const [feed] = (await once(get({ port, host: '127.0.0.1', path: '/feed' }), 'response')) as [
    IncomingMessage,
  ];
  const slow = send(port, { path: '/slow' });
  await expect.poll(() => finishing.has('/slow')).toBe(true);

  const stopped = stopGracefully(server, state, () => Promise.resolve(void steps.push('closed')), logger);
  expect(state.isAccepting).toBe(false);
  feed.resume();
  await once(feed, 'end');
  await expect(send(port, { path: '/healthz' })).rejects.toThrow('ECONNREFUSED');
  expect(steps).toEqual([]);
  finishing.get('/slow')?.();
  await stopped;
  expect((await slow).text).toBe('done');
  expect(steps).toEqual(['finished', 'closed']);
});

test('where the sample platform is switched off its methods do not exist, and those of tokens do', async () => {
  const doors = createMachineDoors({
    publicUrl: 'http://localhost:3000',
    isSamplePlatformOn: false,
    isQueryCredentialOn: true,
    bodyTimeoutMilliseconds: 500,
  });
  const server = createServer((request, response) => void doors(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const resultOf = async (method: string) =>
    (JSON.parse((await send(port, { path: `/1.0/${method}` })).text) as { result: number }).result;
  expect(await resultOf('environment/control/rest/getenvs')).toBe(1702);
  expect(await resultOf('users/authentication/rest/gettokens')).toBe(701);
  server.close();
});
