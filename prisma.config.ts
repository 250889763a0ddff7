import path from 'node:path';
import { defineConfig } from 'prisma/config';

/** The engine whose client is generated and whose migrations run. Each one is a folder in prisma/engines and in prisma/migrations. */
const engine = 'sqlite';
const root = import.meta.dirname;

// The CLI would download its schema engine; ours comes from the package registry (see the file).
process.env.PRISMA_SCHEMA_ENGINE_BINARY = path.join(root, 'prisma/schema-engine.mjs');
process.env.CHECKPOINT_DISABLE = '1';

const dataDir = path.resolve(root, process.env.DATA_DIR ?? 'data');

export default defineConfig({
  schema: path.join(root, 'prisma/engines', engine),
  migrations: { path: path.join(root, 'prisma/migrations', engine) },
  datasource: { url: process.env.DATABASE_URL ?? `file:${path.join(dataDir, 'tokendesk.db')}` },
});
