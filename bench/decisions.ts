// Decisions over HTTP by the gate, beside a bare node:http server in the same run: `name value unit` a line. Warm; with a
// million tokens in the database; under a flood of junk; while twenty people sign in at once; and look-ups that no memory
// can answer. `TOKENS` is how many tokens the big database has, `SECONDS` how long each measurement lasts.
import type { LoadRequest, LoadResult } from './support/load';
import { prepareDesk } from './support/spawned-server';

const seconds = Number(process.env.SECONDS ?? 3);
const tokenCount = Number(process.env.TOKENS ?? 1_000_000);
const rounds = 7;
const coldCount = 5_000;
const peopleCount = 20;
const port = 4189;
const url = `http://127.0.0.1:${port}`;

const desk = prepareDesk(port);

// After the variables are set, because lib/env.ts reads them once.
const { closeDesk } = await import('@/lib/services/desk/close-desk');
const { newSecret } = await import('@/lib/crypto/secret');
const { createPersonFixture } = await import('@/tests/support/desk');
const { limitedTo, manyTokensFixture, tokenFixture } = await import('@/tests/support/tokens');
const { gatewayFixture } = await import('@/tests/support/gateway');
const { resourceServerFixture } = await import('@/tests/support/resource-server');
const { putServices, serviceFixture } = await import('@/tests/support/services');
const { Children } = await import('./support/children');
const { askEach } = await import('./support/ask-each');
const { insertManyTokens } = await import('./support/many-tokens');
const { loadRequest, median, middle } = await import('./support/load');
const { keepLoggingIn } = await import('./support/log-ins');
const { bearerPeer, oidcPeer } = await import('./support/peers');

function say(name: string, value: number, unit: string): void {
  process.stdout.write(`${name} ${Math.round(value * 1_000) / 1_000} ${unit}\n`);
}

const lines = Array.from(
  { length: 30 },
  (_, index) => `GET /stores/{storeId}/thing-${index}/{id} =get${index}`,
);
await putServices(serviceFixture('store', lines, { contexts: { store: 'storeId' } }));
const people = [];
for (let index = 0; index < peopleCount; index += 1) {
  people.push(
    await createPersonFixture({
      name: `Person ${index}`,
      roles: [{ role: 'administrator', context: 'global' }],
    }),
  );
}
const [owner] = people;
if (owner === undefined) throw new Error('Nobody is there.');
const { secret } = await tokenFixture(owner, { access: limitedTo('global', 'store.api.get7') });
const cold = await manyTokensFixture(owner, coldCount);
const gateway = await gatewayFixture(['store']);
const server = await resourceServerFixture(['store']);
await closeDesk();

const basic = Buffer.from(`${server.client.id}:${server.secret}`).toString('base64');
const forward = (presented: string): LoadRequest => ({
  url: `${url}/authz/caddy`,
  headers: {
    'X-Gateway-Key': gateway.secret,
    'X-Forwarded-Method': 'GET',
    'X-Forwarded-Uri': '/stores/main/thing-7/17',
    'X-Forwarded-For': '203.0.113.9',
    Authorization: `Bearer ${presented}`,
  },
});
const introspect = (presented: string): LoadRequest => ({
  url: `${url}/oauth/introspect`,
  method: 'POST',
  headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
  body: `token=${presented}`,
});

const children = new Children();
const busy = new Map<string, () => number>();

function busyOf({ url: asked }: LoadRequest): () => number {
  return busy.get(new URL(asked).port) ?? (() => Number.NaN);
}

async function startBare(): Promise<string> {
  const { line, busySeconds } = await children.start(['bench/support/bare-server.mjs'], '');
  busy.set(line, busySeconds);
  return line;
}

async function startGate(): Promise<void> {
  const args = ['--enable-source-maps', 'dist/gate.js'];
  const sign = 'The gate of Tokendesk is at';
  const { busySeconds } = await children.start(args, sign, { GATE_PORT: String(port) });
  busy.set(String(port), busySeconds);
}

/** The bytes of the body that an accepted request is answered with. Throws when it is not accepted. */
async function bytesOf(request: LoadRequest, sign: string): Promise<number> {
  const answer = await fetch(request.url, {
    method: request.method ?? 'GET',
    headers: request.headers,
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes(sign)) throw new Error(`${answer.status} ${text}`);
  return text.length;
}

type Targets = Readonly<Record<string, LoadRequest>>;

/**
 * Each target in turn, round by round, so that a busy moment of the machine meets all of them. A ratio is that of the middle
 * round: what was measured in the same seconds is compared.
 */
async function measure(targets: Targets, suffix: string): Promise<void> {
  const found = new Map<string, LoadResult[]>(Object.keys(targets).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, request] of Object.entries(targets))
      found.get(name)?.push(await loadRequest(request, seconds, { busySeconds: busyOf(request) }));
  }
  for (const [name, results] of found) {
    const { perSecond, p99Milliseconds } = median(results);
    say(`${name}${suffix}`, perSecond, 'per-second');
    say(`${name}${suffix}-p99`, p99Milliseconds, 'ms');
    const bare = found.get(`bare-${name}`);
    if (bare === undefined) continue;
    const beside = (of: (result: LoadResult) => number) =>
      middle(results.map((result, round) => of(result) / of(bare[round] ?? result)));
    say(
      `${name}${suffix}-ratio`,
      beside((each) => each.perSecond),
      'of-bare',
    );
    say(
      `${name}${suffix}-ratio-by-processor`,
      beside((each) => each.perBusySecond),
      'of-bare',
    );
  }
}

try {
  const barePort = await startBare();
  await startGate();
  const sizes = {
    forward: await bytesOf(forward(secret), ''),
    introspect: await bytesOf(introspect(secret), '"active":true'),
  };
  const bare = (request: LoadRequest, bytes: number) => ({
    ...request,
    url: `http://127.0.0.1:${barePort}/${bytes}`,
  });
  const targets: Targets = {
    'bare-forward-auth': bare(forward(secret), sizes.forward),
    'forward-auth': forward(secret),
    'bare-introspection': bare(introspect(secret), sizes.introspect),
    introspection: introspect(secret),
  };
  for (const request of Object.values(targets)) await loadRequest(request, 1);
  await measure(targets, '');

  const peers = { express: await bearerPeer(children), 'oidc-provider': await oidcPeer(children) };
  await measure({ ...peers, 'forward-auth': forward(secret) }, '-beside-peers');

  // Well-formed, so that shape and checksum do not give it away.
  const flood = loadRequest(forward(newSecret()), seconds * rounds * 4 + 2, {
    mayFail: true,
    connections: 8,
  });
  await measure(targets, '-in-a-flood-of-junk');
  say('junk', (await flood).perSecond, 'per-second');

  const loggingIn = keepLoggingIn(url, people);
  await measure(targets, '-while-20-sign-in');
  say('sign-ins', await loggingIn.stop(), 'during-the-last');

  say('cold', (await askEach(cold.map(forward), 32)).perSecond, 'per-second');
  await children.stop();
  const startedAt = performance.now();
  insertManyTokens(desk.dataDir, owner.person.id, tokenCount);
  say('tokens-inserted', tokenCount, `in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
  const bareAgain = await startBare();
  await startGate();
  const again = (request: LoadRequest, bytes: number) => ({
    ...request,
    url: `http://127.0.0.1:${bareAgain}/${bytes}`,
  });
  await measure(
    {
      ...targets,
      'bare-forward-auth': again(forward(secret), sizes.forward),
      'bare-introspection': again(introspect(secret), sizes.introspect),
    },
    '-with-a-million-tokens',
  );
  const { perSecond, p99Milliseconds } = await askEach(cold.map(forward), 32);
  say('cold-with-a-million-tokens', perSecond, 'per-second');
  say('cold-with-a-million-tokens-p99', p99Milliseconds, 'ms');
} finally {
  await children.stop();
  desk.remove();
}
process.exit(0);
