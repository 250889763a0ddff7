// Brings a checkout to where it can serve: packages, Prisma client, build, database. Each step is left out when nothing
// that it reads has changed since it was last done.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { digestOf, isStamped, root, run, runTool, stamp, step } from './steps.mjs';

const prisma = 'prisma/build/index.js';
const prismaFiles = ['prisma.config.ts', 'prisma/models', 'prisma/engines'];
/** What esbuild makes of what: one bundle per way to start the desk. */
const bundles = { server: 'server.ts', gate: 'gate.ts', desk: 'desk.ts', seed: 'prisma/seed.ts' };
const sourceFiles = [
  'app',
  'components',
  'lib',
  ...Object.values(bundles),
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
];

/** Installs the packages of the lock file. Only better-sqlite3 may run its install script. */
export async function install() {
  const digest = digestOf(['package-lock.json'], [process.versions.modules, process.platform, process.arch]);
  if (isStamped('install', digest)) return;
  if (!isInstalled()) {
    await step('install', 'fetching packages', () =>
      run('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund']),
    );
  }
  if (!(await isSqliteUsable())) {
    await step(
      'install',
      'getting SQLite, which compiles for some minutes where no ready binary can be downloaded',
      () => run('npm', ['rebuild', 'better-sqlite3', '--ignore-scripts=false'], { env: nodeHeaders() }),
    );
  }
  stamp('install', digest);
}

/** True when node_modules already holds what the lock file asks for, such as after an `npm ci` by hand. */
function isInstalled() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([place, { version, optional, devOptional }]) =>
      place === '' || optional || devOptional || have[place]?.version === version,
  );
}

async function isSqliteUsable() {
  const { code } = await run(process.execPath, ['-e', `new (require('better-sqlite3'))(':memory:')`], {
    mayFail: true,
  });
  return code === 0;
}

/** The headers that came with this Node, so that a compilation need not download them. */
function nodeHeaders() {
  const prefix = path.resolve(path.dirname(process.execPath), '..');
  if (process.env.npm_config_nodedir !== undefined || !existsSync(path.join(prefix, 'include/node/node.h')))
    return {};
  return { npm_config_nodedir: prefix };
}

/** Generates the Prisma client. */
export async function generate() {
  const digest = digestOf([...prismaFiles, 'package-lock.json']);
  if (isStamped('generate', digest) && existsSync(path.join(root, 'lib/db/generated/sqlite/client.ts')))
    return;
  await step('generate', 'writing the database client', () => runTool(prisma, ['generate']));
  stamp('generate', digest);
}

/** Builds the pages with Next, then what esbuild bundles. */
export async function build() {
  const digest = digestOf([...sourceFiles, ...prismaFiles, 'prisma/seed', 'package-lock.json']);
  const isThere = existsSync(path.join(root, '.next/BUILD_ID'));
  if (!isThere || !isStamped('build', digest)) {
    await step('build', 'building the pages', () =>
      runTool('next/dist/bin/next', ['build'], { env: { NODE_ENV: 'production' } }),
    );
    stamp('build', digest);
  }
  await bundle();
}

/** Bundles the server, the command line and the seed with esbuild: all that a desk without pages needs. */
export async function bundle() {
  const files = Object.values(bundles);
  const digest = digestOf([
    'lib',
    ...files,
    ...prismaFiles,
    'prisma/seed',
    'tsconfig.json',
    'package-lock.json',
  ]);
  const isThere = Object.keys(bundles).every((name) => existsSync(path.join(root, `dist/${name}.js`)));
  if (isThere && isStamped('bundle', digest)) return;
  await step('build', 'bundling the server', () =>
    runTool('esbuild/bin/esbuild', [
      ...Object.entries(bundles).map(([name, file]) => `${name}=${file}`),
      '--bundle',
      '--platform=node',
      '--format=esm',
      '--target=node20',
      '--packages=external',
      '--sourcemap',
      '--outdir=dist',
    ]),
  );
  stamp('bundle', digest);
}

/** Applies the migrations that the database of `dataDir` does not have yet. */
export async function migrate(dataDir) {
  if (isMigrated(dataDir)) return;
  await step('migrate', 'bringing the database up to date', () =>
    runTool(prisma, ['migrate', 'deploy'], { env: { DATA_DIR: dataDir } }),
  );
}

function isMigrated(dataDir) {
  const file = path.join(path.resolve(root, dataDir), 'tokendesk.db');
  if (!existsSync(file)) return false;
  const Database = createRequire(import.meta.url)('better-sqlite3');
  const database = new Database(file, { fileMustExist: true });
  try {
    const done = database
      .prepare('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
      .pluck()
      .all();
    return migrationNames().every((name) => done.includes(name));
  } catch {
    return false;
  } finally {
    database.close();
  }
}

function migrationNames() {
  const entries = readdirSync(path.join(root, 'prisma/migrations/sqlite'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
