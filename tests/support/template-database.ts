import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of an empty SQLite database with every migration applied; a test copies it. */
    templateDatabase: string;
  }
}

/** Migrates one database before all tests, by the same command that `npm start` uses. */
export default function setup(project: TestProject): () => void {
  const directory = mkdtempSync(path.join(tmpdir(), 'tokendesk-template-'));
  execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], {
    env: { ...process.env, DATA_DIR: directory, DATABASE_URL: undefined },
    stdio: 'pipe', // shown with the error when it fails,
  });
  project.provide('templateDatabase', path.join(directory, 'tokendesk.db'));
  return () => rmSync(directory, { recursive: true, force: true });
}
