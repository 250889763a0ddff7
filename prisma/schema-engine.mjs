#!/usr/bin/env node
// Lends the schema engine of the package @prisma/schema-engine-wasm to the Prisma CLI, which would otherwise download
// a binary. The CLI starts this file (PRISMA_SCHEMA_ENGINE_BINARY, set in prisma.config.ts) and speaks JSON-RPC with it,
// one line each way; the wasm engine has one method per JSON-RPC method.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';

const { values: options, positionals } = parseArgs({
  options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' } },
  allowPositionals: true,
  strict: false,
});
const url = JSON.parse(options.datasource ?? '{}').url ?? ':memory:'; // `migrate diff` names no database
if (url !== ':memory:' && !url.startsWith('file:'))
  throw new Error('This engine migrates SQLite files only.');

if (url !== ':memory:') {
  process.umask(0o077); // the database and its directory are for their owner alone
  mkdirSync(path.dirname(path.resolve(url.slice('file:'.length))), { recursive: true });
}

/** The engine sends a whole migration to the shadow database as one raw query, which better-sqlite3 takes as a script only. */
class AdapterFactory extends PrismaBetterSqlite3 {
  async connectToShadowDb() {
    const shadow = await super.connectToShadowDb();
    const executeOne = shadow.executeRaw.bind(shadow);
    shadow.executeRaw = (query) =>
      query.args.length > 0 ? executeOne(query) : shadow.executeScript(query.sql).then(() => 0);
    return shadow;
  }
}

const factory = new AdapterFactory({ url });

// `cli can-connect-to-database`, `cli create-database`: opening an SQLite file is both.
const connection = await factory.connect();
if (positionals[0] === 'cli') process.exit(0);

// The wasm engine expects the table that the binary one would create at its first call.
await connection.executeScript(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT,
  "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`);
await connection.dispose();
process.on('SIGTERM', () => process.exit(0)); // how the CLI says good-bye; a plain exit closes the database

const binary = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg')).replace(
  /\.js$/,
  '.wasm',
);
const { instance } = await WebAssembly.instantiate(readFileSync(binary), { './schema_engine_bg.js': wasm });
wasm.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const datamodels = (options.datamodels ?? []).map((file) => [file, readFileSync(file, 'utf8')]);
const engine = await wasm.SchemaEngine.new(
  { datamodels },
  () => {},
  bindMigrationAwareSqlAdapterFactory(factory),
);

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  const answer = await call(method, params).then(
    (result) => ({ result: result ?? {} }),
    (error) => ({ error: toRpcError(error) }),
  );
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...answer })}\n`);
}

async function call(method, params) {
  if (method === 'getDatabaseVersion') return engine.version(params);
  // These two find the shadow database's schema only in the cache that a diagnosis of the same migrations leaves.
  if (method === 'evaluateDataLoss' || method === 'createMigration') await engine.devDiagnostic(params);
  return engine[method](params);
}

function toRpcError(error) {
  return {
    code: 4466,
    message: 'schema engine',
    data: { is_panic: false, message: error.message, error_code: error.code },
  };
}
