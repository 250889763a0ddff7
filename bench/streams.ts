// What streams cost the built server: 1,000 idle ones, a reader that does not read, how soon a change arrives and how soon
// a revoked token's streams are closed. `name value unit` a line.
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDesk, startServer } from './support/spawned-server';

const port = 4178;
const peopleCount = 10;
const tokensEach = 20;
const streamsEach = 5;
const rounds = 20;
const slowTokens = 8_000;

const desk = prepareDesk(port);

// After the variables are set, because lib/env.ts reads them once.
const { closeDesk } = await import('@/lib/services/desk/close-desk');
const { numberOf } = await import('@/tests/support/canvus');
const { createPersonFixture } = await import('@/tests/support/desk');
const { openStream } = await import('@/tests/support/streams');
const { manyTokensFixture } = await import('@/tests/support/tokens');

function say(name: string, value: number, unit: string): void {
  process.stdout.write(`${name} ${Math.round(value * 100) / 100} ${unit}\n`);
}

interface Owner {
  path: string;
  secrets: string[];
}

async function ownerWith(
  name: string,
  count: number,
  descriptionOf?: (index: number) => string,
): Promise<Owner> {
  const fixture = await createPersonFixture({ name, roles: [{ role: 'member', context: 'global' }] });
  const secrets = await manyTokensFixture(fixture, count, descriptionOf);
  return { path: `/users/${await numberOf(fixture.person.id)}/access-tokens`, secrets };
}

/** Asks the server; answers the parsed body. */
function ask(method: string, path: string, secret: string, data?: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { 'Private-Token': secret, 'Content-Type': 'application/json' };
    const asked = request({ port, host: '127.0.0.1', method, path: `/api/v1${path}`, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(text)),
      );
    });
    asked.on('error', reject).end(data === undefined ? undefined : JSON.stringify(data));
  });
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const owners: Owner[] = [];
for (let index = 0; index < peopleCount; index += 1)
  owners.push(await ownerWith(`Person ${index}`, tokensEach));
// More than the system keeps for a reader that does not read.
const slow = await ownerWith('Slow', slowTokens, () => '🐌'.repeat(255));
await closeDesk();
const [owner] = owners;
if (owner === undefined) throw new Error('Nobody is there.');

const server = await startServer();
try {
  // Its first requests compile what they need.
  for (const { path, secrets } of owners) for (const secret of secrets) await ask('GET', path, secret);
  const before = server.rssMegabytes();
  const streams = [];
  for (const { path, secrets } of owners) {
    for (const secret of secrets) {
      for (let count = 0; count < streamsEach; count += 1) {
        const stream = await openStream(port, `${path}?subscribe`, secret);
        await stream.next();
        streams.push({ stream, secret, path });
      }
    }
  }
  const opened = server.rssMegabytes();
  say('streams', streams.length, 'open');
  say('rss-before', before, 'MB');
  say('rss-with-streams', opened, 'MB');
  say('rss-per-stream', ((opened - before) * 1024) / streams.length, 'kB');
  const [busyFrom, from] = [server.busySeconds(), performance.now()];
  await sleep(20_000);
  const elapsed = (performance.now() - from) / 1_000;
  say('idle-processor', (100 * (server.busySeconds() - busyFrom)) / elapsed, 'percent-of-a-core');

  const watching = streams.filter((each) => each.path === owner.path);
  const [by = ''] = owner.secrets;
  const [first] = (await ask('GET', owner.path, by)) as { id: string }[];
  const [soonest, last]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    const heard = watching.map(({ stream }) => stream.next().then(() => performance.now() - begin));
    await ask('PATCH', `${owner.path}/${first?.id ?? ''}`, by, { description: `Round ${round}` });
    const delays = await Promise.all(heard);
    soonest.push(Math.min(...delays));
    last.push(Math.max(...delays));
  }
  say('change-to-first-reader', quantile(soonest, 0.5), 'ms-median');
  say(`change-to-all-${watching.length}-readers`, quantile(last, 0.5), 'ms-median');
  say(`change-to-all-${watching.length}-readers-worst`, Math.max(...last), 'ms');

  const socketsBefore = server.sockets();
  const [slowSecret = '', managing = ''] = slow.secrets;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).pause();
  const head = `GET /api/v1${slow.path}?subscribe HTTP/1.1\r\nHost: desk\r\nPrivate-Token: ${slowSecret}`;
  socket.write(`${head}\r\n\r\n`);
  await sleep(3_000);
  const stalled = server.rssMegabytes();
  const listed = (await ask('GET', slow.path, managing)) as { id: string }[];
  const listing = server.rssMegabytes();
  for (const { id } of listed.slice(2, 602))
    await ask('PATCH', `${slow.path}/${id}`, managing, { description: '🐢'.repeat(255) });
  say('slow-reader-rss', stalled, 'MB');
  say('slow-reader-rss-after-600-changes', server.rssMegabytes() - (listing - stalled), 'MB');
  const revoking = performance.now();
  await ask('DELETE', `${slow.path}/${listed[0]?.id ?? ''}`, managing);
  while (server.sockets() > socketsBefore + 1 && performance.now() - revoking < 10_000) await sleep(5);
  say('revoked-slow-reader-closed', performance.now() - revoking, 'ms');
  socket.destroy();

  const closing: number[] = [];
  const ids = (await ask('GET', owner.path, by)) as { id: string }[];
  for (const [index, secret] of owner.secrets.slice(1, 11).entries()) {
    const own = streams.filter((each) => each.secret === secret);
    const begin = performance.now();
    const closed = own.map(async ({ stream }) => {
      while ((await stream.next()) !== null);
      return performance.now() - begin;
    });
    await ask('DELETE', `${owner.path}/${ids[index + 1]?.id ?? ''}`, by);
    closing.push(...(await Promise.all(closed)));
  }
  say('revoked-streams-closed', quantile(closing, 0.5), 'ms-median');
  say('revoked-streams-closed-worst', Math.max(...closing), 'ms');
  for (const { stream } of streams) stream.leave();
} finally {
  await server.stop();
  desk.remove();
}
process.exit(0);
