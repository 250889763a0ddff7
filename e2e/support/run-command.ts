import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Desk } from './desk';
import { root } from './paths';

const run = promisify(execFile);

/** Runs `npm run desk -- …` on the data of a desk that is running, and answers what `--json` says. */
export async function runCommand<T>(desk: Desk, ...typed: string[]): Promise<T> {
  const { stdout } = await run(process.execPath, ['dist/desk.js', ...typed, '--json'], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: desk.dataDir, PUBLIC_URL: desk.url },
    timeout: 60_000,
  });
  return JSON.parse(stdout) as T;
}
