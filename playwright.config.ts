import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.mjs';

const executablePath = findChromium();

/** End-to-end tests on the built desk, in a real Chromium. Each worker has a desk and a data directory of its own. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'e2e/output/failures',
  forbidOnly: true,
  retries: 0,
  fullyParallel: true,
  workers: 2,
  // Generous: a machine that builds something else at the same time must not turn a guarantee red.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // What a browser on a closed network need not try.
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
