import { existsSync } from 'node:fs';
import path from 'node:path';
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

/** Makes sure that the clients that e2e runs have what they are written in. */
export async function ensureClients() {
  const missing = ['python3', 'curl'].filter((name) => !isOnPath(name));
  if (missing.length === 0) return;
  await step('clients', `installing ${missing.join(' and ')}`, () => aptInstall(missing));
}

async function installFromDebian() {
  await aptInstall(['chromium']);
  return findChromium() !== undefined;
}

async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, mayFail: true });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, mayFail: true });
}

function isOnPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, name)));
}
