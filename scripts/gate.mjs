// `npm run gate`: the machine doors alone, without the pages, on the same database.
import { bundle, generate, install, migrate } from './prepare.mjs';
import { serve } from './serve.mjs';
import { fail } from './steps.mjs';

const dataDir = process.env.DATA_DIR ?? 'data';

try {
  await install();
  await generate();
  await bundle();
  await migrate(dataDir);
  serve(['--enable-source-maps', 'dist/gate.js'], { NODE_ENV: 'production', DATA_DIR: dataDir });
} catch (error) {
  fail(error);
}
