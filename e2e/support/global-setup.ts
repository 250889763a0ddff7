import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root, scriptsDir, templatesDir, type Template } from './paths';

/** Before all tests: the desk has to be built; two data directories to copy from, and the scripts, are made. */
export default async function globalSetup(): Promise<void> {
  for (const file of ['dist/server.js', 'dist/seed.js', '.next/BUILD_ID']) {
    if (!existsSync(path.join(root, file)))
      throw new Error(`${file} is missing: build first, as npm test does.`);
  }
  await bundleScripts();
  rmSync(templatesDir, { recursive: true, force: true });
  for (const template of ['empty', 'demo'] as const) prepare(template);
}

/** Scripts that act through the verbs beside a server, bundled as the server is. */
export async function bundleScripts(): Promise<void> {
  const folder = path.join(root, 'e2e/support/scripts');
  await build({
    entryPoints: readdirSync(folder).map((file) => path.join(folder, file)),
    outdir: scriptsDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
}

function prepare(template: Template): void {
  const directory = path.join(templatesDir, template);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const run = (...commandLine: string[]) =>
    execFileSync(process.execPath, commandLine, {
      cwd: root,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: directory, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  run('node_modules/prisma/build/index.js', 'migrate', 'deploy');
  if (template === 'demo') run('dist/seed.js');
}
