// `npm test`: installs what is missing, checks, builds, and runs the browser tests against the built server.
// The last line counts all tests; a check or a build that fails counts as one.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser, ensureClients, ensureGateways } from './browser.mjs';
import { runChecks } from './checks.mjs';
import { build, generate, install } from './prepare.mjs';
import { fail, root, runTool, step, StepError } from './steps.mjs';

const reportFile = 'node_modules/.cache/tokendesk/playwright.json';

async function runBrowserTests() {
  const report = path.join(root, reportFile);
  rmSync(report, { force: true });
  const { code, output } = await step('browser', 'using the built desk in Chromium', () =>
    runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile },
      mayFail: true,
    }),
  );
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: code === 0 ? failed : Math.max(1, failed) };
}

try {
  await install();
  await ensureBrowser();
  await ensureClients();
  await ensureGateways();
  await generate();
  const total = await runChecks({ isInner: false });
  try {
    await build();
    const browser = await runBrowserTests();
    total.passed += browser.passed;
    total.failed += browser.failed;
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    process.stdout.write(`${error.message.trimEnd()}\n`);
    total.failed += 1;
  }
  process.exitCode = total.failed === 0 ? 0 : 1;
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
} catch (error) {
  fail(error);
}
