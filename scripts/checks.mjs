import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './steps.mjs';

const reportFile = 'node_modules/.cache/tokendesk/vitest.json';

// The rules and the architecture; the tests that open a database or measure time belong to `npm test`.
const innerTests = ['lib/domain', 'components', 'tests', 'app'];
const caches = 'node_modules/.cache/tokendesk';

/**
 * Formatting, lint, types and the tests of vitest, one line each. `isInner` is the inner loop: the rules only, all at
 * once. Otherwise every test runs, and by itself, because some measure time.
 * @param {{ isInner: boolean }} options
 * @returns {Promise<{ passed: number, failed: number }>} the tests counted, and a failure for each other check that found something
 */
export async function runChecks({ isInner }) {
  if (!existsSync(path.join(root, 'next-env.d.ts')))
    await runTool('next/dist/bin/next', ['typegen'], { mayFail: true });
  const total = { passed: 0, failed: 0 };
  // What a run remembers of the last one: sound for the types; for the lint only nearly, since some rules ask for types of
  // other files, so that the whole run does not use it.
  const lintMemory = isInner ? ['--cache', '--cache-location', `${caches}/eslint`] : [];
  const typesMemory = isInner ? ['--incremental', '--tsBuildInfoFile', `${caches}/types.tsbuildinfo`] : [];
  const gates = [
    ['lint', () => gate('eslint/bin/eslint.js', ['.', ...lintMemory])],
    ['types', () => gate('typescript/bin/tsc', ['--noEmit', '-p', '.', ...typesMemory])],
    [
      'format',
      () =>
        gate('prettier/bin/prettier.cjs', [
          '--check',
          '--log-level',
          'warn',
          '--cache',
          '--cache-location',
          `${caches}/prettier`,
          '.',
        ]),
    ],
  ];
  const tests = [['tests', () => runVitest(isInner ? innerTests : [])]];
  if (isInner) {
    await runQueue([...tests, ...gates], total);
  } else {
    await runQueue(gates, total);
    await runQueue(tests, total);
  }
  return total;
}

/** Runs the checks two at a time and adds what they count to `total`. */
async function runQueue(queue, total) {
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [name, check] = next;
      const startedAt = performance.now();
      const { passed = 0, failed, output } = await check();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      const counts = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : '';
      process.stdout.write(
        `${name.padEnd(9)} ${failed === 0 ? 'good' : 'FAILED'} in ${seconds} s${counts}\n`,
      );
      if (failed > 0) process.stdout.write(`${output.trimEnd()}\n`);
      total.passed += passed;
      total.failed += failed;
    }
  };
  await Promise.all([worker(), worker()]);
}

async function gate(tool, args) {
  const { code, output } = await runTool(tool, args, { mayFail: true });
  return { failed: code === 0 ? 0 : 1, output };
}

async function runVitest(filters) {
  const report = path.join(root, reportFile);
  rmSync(report, { force: true });
  mkdirSync(path.dirname(report), { recursive: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { code, output } = await runTool('vitest/vitest.mjs', ['run', ...filters, ...reporters], {
    mayFail: true,
  });
  if (!existsSync(report)) return { failed: 1, output };
  const { numPassedTests: passed, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not load fails the run and counts no test.
  return { passed, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests), output };
}
