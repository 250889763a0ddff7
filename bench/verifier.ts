// The verifier package: decisions in the process, and how long a revocation takes through the push stream, at the gate that
// was told of it and by the log of another process: `name value unit` a line.
import { Children } from './support/children';
import { prepareDesk } from './support/spawned-server';

const tokenCount = 1_000;
const revocations = 200;
const roundMilliseconds = 1_000;
const rounds = 5;
const port = 4177;
const url = `http://localhost:${port}`;

const desk = prepareDesk(port);

// After the variables are set, because lib/env.ts reads them once.
const { closeDesk } = await import('@/lib/services/desk/close-desk');
const { removeTokens } = await import('@/lib/services/tokens/remove-tokens');
const { verifyToken } = await import('@/lib/services/tokens/verify-token');
const { createVerifier } = await import('@/packages/verifier/src/create-verifier');
const { createPersonFixture, systemCall } = await import('@/tests/support/desk');
const { resourceServerFixture } = await import('@/tests/support/resource-server');
const { manyTokensFixture } = await import('@/tests/support/tokens');

const question = { permission: 'marketplace.app.GetList' };
const owner = await createPersonFixture({ name: 'Bench', roles: [{ role: 'member', context: 'global' }] });
const secrets = await manyTokensFixture(owner, tokenCount + 2 * revocations);
const { client, secret: credential } = await resourceServerFixture(['marketplace']);
const authorization = `Basic ${Buffer.from(`${client.id}:${credential}`).toString('base64')}`;
const children = new Children();

function say(name: string, value: number, unit: string): void {
  process.stdout.write(`${name} ${Math.round(value * 100) / 100} ${unit}\n`);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Calls per second of time and of the processor's time; the best of several rounds. */
async function perSecond(work: () => void, calls: number): Promise<{ wall: number; processor: number }> {
  const best = { wall: 0, processor: 0 };
  for (let round = 0; round < rounds; round += 1) {
    // The feed is heard between two rounds: who hears nothing for too long asks again.
    await verifier.ready();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const start = performance.now();
    const used = process.cpuUsage();
    let count = 0;
    while (performance.now() - start < roundMilliseconds) {
      work();
      count += calls;
    }
    const { user, system } = process.cpuUsage(used);
    best.wall = Math.max(best.wall, (count / (performance.now() - start)) * 1_000);
    best.processor = Math.max(best.processor, (count / (user + system)) * 1_000_000);
  }
  return best;
}

/** Milliseconds until a secret is refused, asked without a pause. */
async function refusedAfter(since: number, secret: string): Promise<number> {
  while ((await verifier.verify(secret, question)).isAllowed)
    await new Promise((resolve) => setImmediate(resolve));
  return performance.now() - since;
}

/** Revokes one after the other; answers the delays since the change was acknowledged. */
async function revoke(
  among: readonly string[],
  change: (secret: string) => Promise<void>,
): Promise<number[]> {
  const delays: number[] = [];
  for (const secret of among) {
    const verdict = await verifier.verify(secret, question);
    if (!verdict.isAllowed) throw new Error(`A token is refused: ${verdict.reason}.`);
    await change(secret);
    delays.push(await refusedAfter(performance.now(), secret));
  }
  return delays;
}

async function atGate(secret: string): Promise<void> {
  const answer = await fetch(`${url}/oauth/revoke`, {
    headers: { authorization },
    method: 'POST',
    body: new URLSearchParams({ token: secret }),
  });
  if (answer.status !== 200) throw new Error(`The revocation answered ${answer.status}.`);
}

async function elsewhere(secret: string): Promise<void> {
  const verification = await verifyToken(secret, new Date());
  if (verification.outcome !== 'valid') throw new Error('The token is not there.');
  await removeTokens(systemCall({ actor: owner.call().actor, via: 'header' }), {
    tokens: [{ id: verification.token.id }],
  });
}

await children.start(['dist/gate.js'], 'The gate of Tokendesk is at', { GATE_PORT: String(port) });
const verifier = createVerifier({ url, credential });
try {
  await verifier.ready();
  const hot = secrets.slice(0, tokenCount);
  for (const secret of hot) await verifier.verify(secret, question);
  const decide = () => {
    for (const secret of hot) {
      const verdict = verifier.verify(secret, question);
      if (verdict instanceof Promise || !verdict.isAllowed) throw new Error('A wrong answer.');
    }
  };
  const decisions = await perSecond(decide, hot.length);
  say('verifier-decisions', decisions.wall, 'per-second');
  say('verifier-decisions-of-processor-time', decisions.processor, 'per-second');
  const junk = hot.map((secret) => `${secret.slice(0, -1)}!`);
  const refuse = () => {
    for (const each of junk) void verifier.verify(each, question);
  };
  say('verifier-refuse-malformed', (await perSecond(refuse, junk.length)).wall, 'per-second');
  for (const [name, from, change] of [
    ['same-node', tokenCount, atGate],
    ['other-node', tokenCount + revocations, elsewhere],
  ] as const) {
    const delays = await revoke(secrets.slice(from, from + revocations), change);
    for (const share of [0.5, 0.99, 1])
      say(`revocation-${name}-p${share * 100}`, percentile(delays, share), 'ms');
  }
} finally {
  verifier.close();
  await children.stop();
  await closeDesk();
  desk.remove();
}
process.exit(0);
