import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import fastify, { type FastifyRequest } from 'fastify';
import { Hono } from 'hono';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '@/lib/crypto/secret';
import { send } from '@/tests/support/door';
import { liveReply, openStubDesk, type StubDesk } from '@/tests/support/stub-desk';
import { createVerifier, type Verifier } from './create-verifier';
import { requirePermission as expressPermission, tokenOf } from './express';
import { requirePermission as fastifyPermission } from './fastify';
import { requirePermission as honoPermission } from './hono';
import { withPermission } from './next';

// The real frameworks, each with a route that lists orders of a store.

let desk: StubDesk;
let verifier: Verifier;
const dead = newSecret();
const bound = newSecret();
beforeAll(async () => {
  desk = await openStubDesk();
  desk.answer((response, presented) => {
    const { limits } = liveReply();
    const here = { ...limits, addresses: ['127.0.0.1'] };
    const reply = presented === bound ? liveReply({ limits: here }) : liveReply();
    response.end(JSON.stringify(presented === dead ? { active: false } : reply));
  });
  verifier = createVerifier({ url: desk.url, credential: newSecret('resource-server') });
  await verifier.ready();
});
afterAll(async () => {
  verifier.close();
  await desk.close();
});

interface App {
  ask: (
    store: string,
    headers: Record<string, string | string[]>,
  ) => Promise<{ status: number; headers: Record<string, unknown>; text: string }>;
  close: () => Promise<unknown>;
}

function listener(server: Server): App {
  const { port } = server.address() as AddressInfo;
  return {
    ask: (store, headers) => send(port, { path: `/stores/${store}`, headers }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** What takes a Request and answers a Response. */
function handler(handle: (request: NextRequest) => Response | Promise<Response>): App {
  return {
    ask: async (store, given) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(given))
        for (const each of [value].flat()) headers.append(name, each);
      const response = await handle(new NextRequest(`http://127.0.0.1/stores/${store}`, { headers }));
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      };
    },
    close: () => Promise.resolve(),
  };
}

const permission = 'shop.api.Read';
const storeIn = (url: string) => `store:${url.split('/').at(-1)}`;
const openers: Record<string, () => Promise<App>> = {
  express: async () => {
    const app = express();
    const question = { permission, context: ({ url }: express.Request) => storeIn(url) };
    app.get('/stores/:store', expressPermission(verifier, question), (request, response) => {
      response.send(tokenOf(request)?.ownerEmail);
    });
    return listener(
      await new Promise<Server>((resolve) => {
        const server = app.listen(0, '127.0.0.1', () => resolve(server));
      }),
    );
  },
  fastify: async () => {
    const app = fastify();
    const question = { permission, context: ({ url }: FastifyRequest) => storeIn(url) };
    app.get('/stores/:store', { onRequest: fastifyPermission(verifier, question) }, (request, reply) => {
      void reply.send(tokenOf(request)?.ownerEmail);
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    return { ...listener(app.server), close: () => app.close() };
  },
  hono: () => {
    const app = new Hono();
    const address = () => '127.0.0.1';
    app.get(
      '/stores/:store',
      honoPermission(verifier, { permission, address, context: ({ req }) => storeIn(req.raw.url) }),
      (context) => context.text(tokenOf(context)?.ownerEmail ?? ''),
    );
    return Promise.resolve(handler((request) => app.fetch(request)));
  },
  next: () => {
    const question = { permission, address: () => '127.0.0.1', context: ({ url }: Request) => storeIn(url) };
    return Promise.resolve(
      handler(withPermission(verifier, question, (request) => new Response(tokenOf(request)?.ownerEmail))),
    );
  },
};

describe.each(Object.keys(openers))('%s', (name) => {
  let app: App;
  const secret = newSecret();
  const bearer = (presented: string) => ({ authorization: `Bearer ${presented}` });
  beforeAll(async () => {
    app = (await openers[name]?.()) ?? expect.fail();
  });
  afterAll(() => app.close());

  test('lets a request pass whose token may, and tells whose it is', async () => {
    for (const headers of [bearer(secret), { 'private-token': secret }, bearer(bound)]) {
      const { status, text } = await app.ask('a', headers);
      expect([status, text]).toEqual([200, 'ada@example.org']);
    }
  });

  test('law 6 a refusal says what is missing and where', async () => {
    const { status, headers, text } = await app.ask('b', bearer(secret));
    expect([status, headers['content-type']]).toEqual([
      403,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(headers['www-authenticate']).toBe(
      `Bearer realm="api", error="insufficient_scope", scope="${permission}"`,
    );
    expect(JSON.parse(text)).toMatchObject({ status: 403, missing: [{ permission, context: 'store:b' }] });
  });

  test('API-2 no token, a dead one and several are told apart as RFC 6750 says', async () => {
    const none = await app.ask('a', {});
    expect([none.status, none.headers['www-authenticate']]).toEqual([401, 'Bearer realm="api"']);
    for (const presented of [dead, 'junk', '']) {
      const { status, headers } = await app.ask('a', bearer(presented));
      expect([status, headers['www-authenticate']]).toEqual([
        401,
        'Bearer realm="api", error="invalid_token"',
      ]);
      expect(headers['cache-control']).toBe('private, no-store');
    }
    const both = { ...bearer(secret), 'private-token': secret };
    for (const headers of [
      both,
      { 'private-token': [secret, secret] },
      bearer(`${secret}, Bearer ${secret}`),
    ])
      expect((await app.ask('a', headers)).status).toBe(400);
    expect((await app.ask('a', { authorization: `Basic ${secret}` })).status).toBe(401);
  });
});

test('INT-9 without the desk the answer is 503, with when to come back', async () => {
  const lonely = createVerifier({ url: 'http://127.0.0.1:1', credential: newSecret('resource-server') });
  const handle = withPermission(lonely, { permission }, () => new Response('in'));
  const headers = { authorization: `Bearer ${newSecret()}` };
  const response = await handle(new Request('http://127.0.0.1/', { headers }));
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  lonely.close();
});
