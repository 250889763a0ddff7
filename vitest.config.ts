import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    environment: 'node',
    pool: 'forks',
    include: ['{lib,components,tests,scripts,app,packages}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/template-database.ts'],
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
    // The machine may be busy with a build; a test that hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
