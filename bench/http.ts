// What the machine doors do per second on the built server, beside a bare node:http server in the same run, and again
// while twenty people sign in at once: `name value unit` a line.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { LoadResult } from './support/load';
import { prepareDesk } from './support/spawned-server';

const seconds = 5;
const rounds = 3;
const peopleCount = 20;
const port = 4179;
const url = `http://localhost:${port}`;

const desk = prepareDesk(port);

// After the variables are set, because lib/env.ts reads them once.
const { closeDesk } = await import('@/lib/services/desk/close-desk');
const { createEnvironment } = await import('@/lib/services/platform/environments/create-environment');
const { createPersonFixture, createProjectFixture, systemCall } = await import('@/tests/support/desk');
const { limitedTo, tokenFixture } = await import('@/tests/support/tokens');
const { load, median } = await import('./support/load');
const { keepSigningIn } = await import('./support/sign-ins');

function say(name: string, value: number, unit: string): void {
  process.stdout.write(`${name} ${Math.round(value * 100) / 100} ${unit}\n`);
}

const children: ChildProcess[] = [];

/** Starts a process; answers the first line that it says with `sign` in it. */
async function start(args: readonly string[], sign: string): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    const line = output.split('\n').find((each) => each.includes(sign));
    if (line !== undefined && output.includes('\n')) {
      child.stdout.resume();
      return line;
    }
  }
  throw new Error(`${args[0] ?? ''} ended before it began.`);
}

await createProjectFixture('shop');
await createEnvironment(systemCall(), { env: { shortdomain: 'my-project' }, envGroups: 'shop' });
const roles = [{ role: 'developer', context: 'project:shop' }] as const;
const people = [];
for (let index = 0; index < peopleCount; index += 1) {
  const fixture = await createPersonFixture({ name: `Person ${index}`, roles });
  people.push({
    fixture,
    email: fixture.person.email,
    password: fixture.password,
    address: `10.0.0.${index + 1}`,
  });
}
const [owner] = people;
if (owner === undefined) throw new Error('Nobody is there.');
const access = limitedTo('project:shop', 'environment.control.GetEnvInfo', 'environment.control.GetRegions');
const { secret } = await tokenFixture(owner.fixture, { access });
await closeDesk();

/** Each target in turn, round by round, so that a busy moment of the machine meets all of them. */
async function measure(
  targets: Readonly<Record<string, () => Promise<LoadResult>>>,
): Promise<Map<string, LoadResult>> {
  const found = new Map<string, LoadResult[]>(Object.keys(targets).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(targets)) found.get(name)?.push(await run());
  }
  return new Map([...found].map(([name, results]) => [name, median(results)]));
}

function tell(found: ReadonlyMap<string, LoadResult>, suffix: string): void {
  const base = found.get('bare')?.perSecond ?? Number.NaN;
  for (const [name, { perSecond, p99Milliseconds }] of found) {
    say(`${name}${suffix}`, perSecond, 'per-second');
    say(`${name}${suffix}-p99`, p99Milliseconds, 'ms');
    if (name !== 'bare') say(`${name}${suffix}-ratio`, perSecond / base, 'of-bare');
  }
}

try {
  const barePort = await start(['bench/support/bare-server.mjs'], '');
  await start(['dist/server.js'], 'Tokendesk is at');
  const control = `http://127.0.0.1:${port}/1.0/environment/control/rest`;
  const targets = {
    bare: () => load(`http://127.0.0.1:${barePort}/`, secret, '{"result":0', seconds),
    'verify-and-decide': () => load(`${control}/getregions`, secret, '{"result":0', seconds),
    getenvinfo: () => load(`${control}/getenvinfo?envName=my-project`, secret, '{"result":0', seconds),
  };
  for (const run of Object.values(targets)) await run();
  tell(await measure(targets), '');
  const signingIn = keepSigningIn(url, people);
  const found = await measure(targets);
  say('sign-ins', await signingIn.stop(), 'during-the-next');
  tell(found, '-while-20-sign-in');
} finally {
  for (const child of children) {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
  desk.remove();
}
process.exit(0);
