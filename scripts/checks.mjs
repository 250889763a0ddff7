import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './steps.mjs';

const reportFile = 'node_modules/.cache/tokendesk/vitest.json';

/**
 * Formatting, lint, types and the tests of vitest, two at a time, one line each.
 * @returns the tests counted, and a failure for each other check that found something
 */
export async function runChecks() {
  if (!existsSync(path.join(root, 'next-env.d.ts')))
    await runTool('next/dist/bin/next', ['typegen'], { mayFail: true });
  const total = { passed: 0, failed: 0 };
  const queue = [
    ['tests', runVitest],
    ['lint', () => gate('eslint/bin/eslint.js', ['.'])],
    ['types', () => gate('typescript/bin/tsc', ['--noEmit', '-p', '.'])],
    ['format', () => gate('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])],
  ];
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
  return total;
}

async function gate(tool, args) {
  const { code, output } = await runTool(tool, args, { mayFail: true });
  return { failed: code === 0 ? 0 : 1, output };
}

async function runVitest() {
  const report = path.join(root, reportFile);
  rmSync(report, { force: true });
  mkdirSync(path.dirname(report), { recursive: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { code, output } = await runTool('vitest/vitest.mjs', ['run', ...reporters], { mayFail: true });
  if (!existsSync(report)) return { failed: 1, output };
  const { numPassedTests: passed, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not load fails the run and counts no test.
  return { passed, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests), output };
}
