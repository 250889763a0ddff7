// How long after a revocation was answered another process refuses the token, while that process asks without end:
// `name value unit` a line.
import { prepareDesk } from './support/spawned-server';

const rounds = 100;
const desk = prepareDesk(4199);
// A password that is cheap to prove: what is measured comes after it.
Object.assign(process.env, { NODE_ENV: 'test', PASSWORD_COST: '4' });

// After the variables are set, because lib/env.ts reads them once.
const { closeDesk } = await import('@/lib/services/desk/close-desk');
const { removeTokens } = await import('@/lib/services/tokens/remove-tokens');
const { createPersonFixture } = await import('@/tests/support/desk');
const { secondNode } = await import('@/tests/support/second-node');
const { tokenFixture } = await import('@/tests/support/tokens');

const owner = await createPersonFixture({
  name: 'Bench',
  roles: [{ role: 'administrator', context: 'global' }],
});
// The keys are made before the other process looks for them.
await tokenFixture(owner);
const node = await secondNode();
const delays: number[] = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    const { secret, token } = await tokenFixture(owner);
    const { changed } = await node.watch(secret);
    await removeTokens(owner.call(), {
      tokens: [{ id: token.id, version: token.version }],
      proof: { password: owner.password },
    });
    const removedAt = performance.timeOrigin + performance.now();
    // Below zero: it was heard of before the change was answered.
    delays.push(Math.max(0, (await changed).at - removedAt));
  }
  const sorted = delays.toSorted((one, other) => one - other);
  for (const share of [0.5, 0.99, 1]) {
    const delay = sorted[Math.min(rounds - 1, Math.floor(rounds * share))] ?? Number.NaN;
    process.stdout.write(`revoked-elsewhere-p${share * 100} ${delay.toFixed(1)} ms\n`);
  }
} finally {
  node.end();
  await closeDesk();
  desk.remove();
}
process.exit(0);
