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

/** Makes sure that the gateways are there that e2e runs, each in a folder and on ports of its own. */
export async function ensureGateways() {
  const missing = Object.entries({ nginx: 'nginx-light', caddy: 'caddy', haproxy: 'haproxy' }).filter(
    ([name]) => !isOnPath(name),
  );
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  await step('gateways', `installing ${packages.join(', ')}`, () => aptInstall(packages));
}

async function installFromDebian() {
  await aptInstall(['chromium']);
  return findChromium() !== undefined;
}

async function aptInstall(packages) {
  // A runlevel in which packages start no service of the machine.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await run('apt-get', ['update'], { env, mayFail: true });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, mayFail: true });
}

function isOnPath(name) {
  // Servers lie where only administrators look.
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, name)));
}
