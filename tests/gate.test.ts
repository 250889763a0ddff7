import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { reading } from '@/lib/db/client';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { createPersonFixture, type PersonFixture } from './support/desk';
import { send, type Answered } from './support/door';
import { askAs, gatewayFixture } from './support/gateway';
import { putServices, serviceFixture } from './support/services';
import { limitedTo, tokenFixture } from './support/tokens';

const root = path.resolve(import.meta.dirname, '..');
const outfile = path.join(root, 'node_modules/.cache/tokendesk/gate-test/gate.js');

let packages: string[];
let owner: PersonFixture;
let gate: ChildProcess;
let port: number;
let metricsPort: number;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: found } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return found;
}

/** Starts the bundled gate on the database of this test; resolves with its port. */
async function startGate(): Promise<number> {
  metricsPort = await freePort();
  gate = spawn(process.execPath, [outfile], {
    cwd: root,
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      DATA_DIR: process.env.DATA_DIR,
      GATE_PORT: '0',
      METRICS_PORT: String(metricsPort),
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of gate.stdout ?? []) {
    output += String(chunk);
    const found = /The gate of Tokendesk is at \S+:(\d+)/.exec(output)?.[1];
    if (found === undefined) continue;
    gate.stdout?.resume();
    return Number(found);
  }
  throw new Error(`The gate did not start.\n${output}`);
}

beforeAll(async () => {
  const { metafile } = await build({
    ...{ entryPoints: [path.join(root, 'gate.ts')], outfile, absWorkingDir: root },
    ...{
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      metafile: true,
    },
  });
  packages = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map((each) => each.path));
  await putServices(
    serviceFixture('store', ['GET /stores/{storeId}/orders =list'], { contexts: { store: 'storeId' } }),
  );
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  port = await startGate();
});
afterAll(() => gate.kill('SIGKILL'));

const ask = (asked: Parameters<typeof send>[1]): Promise<Answered> => send(port, asked);

describe('the gate', () => {
  it('is made without Next, React or next-auth', () => {
    expect(packages).toContain('hono');
    expect(packages.filter((name) => /^(next|react|react-dom|next-auth)(\/|$)/.test(name))).toEqual([]);
  });

  it('OPS-4 answers /healthz and /readyz, and has no page', async () => {
    expect((await ask({ path: '/healthz' })).text).toBe('ok\n');
    expect((await ask({ path: '/readyz' })).text).toBe('ready\n');
    const page = await ask({ path: '/sign-in' });
    expect(page.status).toBe(404);
    expect(page.text).toContain('this is the gate');
  });

  it('REL-2 decides from memory, and refuses what another process revokes; figures say so without a name', async () => {
    const { secret, token } = await tokenFixture(owner, {
      access: limitedTo('store:main', 'store.api.list'),
    });
    const { secret: key } = await gatewayFixture(['store']);
    const asked = { uri: '/stores/main/orders', key, presented: secret };
    for (let time = 0; time < 3; time += 1) {
      const passed = await askAs('caddy', { send: ask }, asked);
      expect([passed.status, passed.headers['x-auth-token-id']]).toEqual([200, token.id]);
    }
    expect((await askAs('caddy', { send: ask }, { ...asked, uri: '/stores/other/orders' })).status).toBe(403);
    await removeTokens(owner.call(), {
      tokens: [{ id: token.id, version: token.version }],
      proof: { password: owner.password },
    });
    const status = async () => (await askAs('caddy', { send: ask }, asked)).status;
    await expect.poll(status, { timeout: 1_000, interval: 5 }).toBe(401);

    const { status: scraped, text, headers } = await send(metricsPort, { path: '/metrics' });
    expect([scraped, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    const figure = (name: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1],
      );
    expect(figure('tokendesk_decisions_total{door="gateway",outcome="allowed"}')).toBe(3);
    expect(figure('tokendesk_decisions_total{door="gateway",outcome="denied"}')).toBe(1);
    expect(figure('tokendesk_requests_total{door="gateway",status="200"}')).toBe(3);
    expect(figure('tokendesk_verifications_total{source="memory",outcome="valid"}')).toBe(3);
    expect(figure('tokendesk_verification_seconds_count{source="database"}')).toBeGreaterThan(1);
    expect(figure('tokendesk_revocation_delay_seconds_count{node="other"}')).toBeGreaterThan(0);
    expect(figure('tokendesk_cache_tokens')).toBe(0);
    expect(figure('tokendesk_event_loop_delay_max_seconds')).toBeGreaterThan(0);
    for (const told of [secret.slice(7, 20), key.slice(7, 20), token.id, owner.person.id, owner.person.email])
      expect(text).not.toContain(told);
    expect((await send(metricsPort, { path: '/' })).status).toBe(404);
    expect((await send(metricsPort, { path: '/metrics', method: 'POST' })).status).toBe(405);
    expect((await ask({ path: '/metrics' })).status).toBe(404);
  });

  it('REL-4 REL-5 stops at a signal: what was counted and last used is written, and it ends well', async () => {
    const { secret, token } = await tokenFixture(owner, {
      access: limitedTo('store:main', 'store.api.list'),
    });
    const { secret: key } = await gatewayFixture(['store']);
    const asked = { uri: '/stores/main/orders', key, presented: secret };
    for (let time = 0; time < 4; time += 1)
      expect((await askAs('nginx', { send: ask }, asked)).status).toBe(200);
    gate.kill('SIGTERM');
    const [code] = (await once(gate, 'exit')) as [number | null];
    expect(code).toBe(0);
    const client = await reading();
    expect(
      await client.grantUse.findMany({
        where: { tokenId: token.id },
        select: { context: true, count: true },
      }),
    ).toEqual([{ context: 'store:main', count: 4 }]);
    const [firstUse] = await findEvents(
      { subjectIds: [token.id], actions: ['token.first-used'] },
      1,
      'newest',
    );
    expect(firstUse).toBeDefined();
  });
});
