import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { run, runTool, step } from './steps.mjs';

/** Makes sure that there is a Chromium: one of this machine, one that Playwright has, or one installed now. */
export async function ensureBrowser() {
  if (findChromium() !== undefined) return;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return;
  await step('browser', 'installing Chromium', async () => {
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && (await installFromDebian())) return;
    await runTool('@playwright/test/cli.js', ['install', 'chromium']);
  });
}

async function installFromDebian() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, mayFail: true });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, mayFail: true });
  return findChromium() !== undefined;
}
