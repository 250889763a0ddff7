// How many verifications with their decision one thread makes: `name value unit` a line. No HTTP, no server.
import { noLimits } from '@/lib/domain/token-limits';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const tokenCount = 1_000;
const roundMilliseconds = 1_000;
const rounds = 5;

const dataDir = mkdtempSync(path.join(tmpdir(), 'tokendesk-bench-'));
Object.assign(process.env, { DATA_DIR: dataDir, NODE_ENV: 'test', PASSWORD_COST: '4' });
execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], {
  stdio: 'pipe',
});

// After the variables are set, because lib/env.ts reads them once.
const { closeDatabase } = await import('@/lib/db/client');
const { insertToken } = await import('@/lib/db/tokens');
const { transaction } = await import('@/lib/db/transaction');
const { randomId } = await import('@/lib/crypto/random-id');
const { decide } = await import('@/lib/domain/decide');
const { currentCatalog } = await import('@/lib/services/catalog/current-catalog');
const { makeSecret } = await import('@/lib/services/tokens/make-secret');
const { verifyToken } = await import('@/lib/services/tokens/verify-token');
const { createPersonFixture, createProjectFixture } = await import('@/tests/support/desk');

const permission = 'environment.control.GetEnvInfo';
const context = 'project:shop';
await createProjectFixture('shop');
const owner = await createPersonFixture({ name: 'Bench', roles: [{ role: 'developer', context }] });
const made = Array.from({ length: tokenCount }, () => makeSecret());
await transaction(owner.call(), async (tx) => {
  for (const { columns } of made) {
    const access = { kind: 'limited' as const, entries: [{ context, set: 'IDE Plugins' }] };
    const settings = { description: 'bench', access, ...noLimits, expiresAt: new Date('2999-01-01') };
    await insertToken(tx, {
      id: randomId(),
      ownerId: owner.person.id,
      createdAt: new Date(),
      ...settings,
      ...columns,
    });
  }
});
const secrets = made.map(({ secret }) => secret);
const catalog = currentCatalog();

/** Verifies a presented string and asks the judge, as a door does; true when it is let through. */
async function passes(presented: string): Promise<boolean> {
  const verification = await verifyToken(presented, new Date());
  if (verification.outcome !== 'valid') return false;
  const { power, ownerRights } = verification.token;
  return decide({ power, ownerRights, permission, context, catalog }).isAllowed;
}

/** The best of several rounds, in calls per second: what the machine can do when nothing else runs. */
async function perSecond(presented: readonly string[], expected: boolean): Promise<number> {
  let best = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < roundMilliseconds) {
      for (const each of presented) if ((await passes(each)) !== expected) throw new Error('A wrong answer.');
      calls += presented.length;
    }
    best = Math.max(best, (calls / (performance.now() - start)) * 1_000);
  }
  return Math.round(best);
}

try {
  for (const secret of secrets) await passes(secret);
  process.stdout.write(`verify-and-decide ${await perSecond(secrets, true)} per-second\n`);
  const junk = secrets.map((secret) => `${secret.slice(0, -1)}!`);
  process.stdout.write(`refuse-malformed ${await perSecond(junk, false)} per-second\n`);
} finally {
  await closeDatabase();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
