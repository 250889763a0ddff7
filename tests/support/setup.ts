import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, inject } from 'vitest';

// Runs before each test file, in its own process: a data directory of its own, with a copy of the migrated template.
// The imports of lib/ come later, so that lib/env.ts reads these values.
const dataDir = mkdtempSync(path.join(tmpdir(), 'tokendesk-test-'));
copyFileSync(inject('templateDatabase'), path.join(dataDir, 'tokendesk.db'));

process.env.DATA_DIR = dataDir;
process.env.PASSWORD_COST = '4';
process.env.LOG_LEVEL = 'silent';
process.env.PUBLIC_URL = 'http://localhost:3000';

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});
