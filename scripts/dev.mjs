// `npm run dev`: the same server from its sources, with Next in development mode.
import { generate, install, migrate } from './prepare.mjs';
import { serve } from './serve.mjs';
import { fail } from './steps.mjs';

const dataDir = process.env.DATA_DIR ?? 'data/dev';

try {
  await install();
  await generate();
  await migrate(dataDir);
  serve(['--import', 'tsx', 'server.ts'], { NODE_ENV: 'development', DATA_DIR: dataDir });
} catch (error) {
  fail(error);
}
