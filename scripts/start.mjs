// `npm start` and, with --demo, `npm run demo`: from a fresh clone to a serving desk.
import { build, generate, install, migrate } from './prepare.mjs';
import { serve } from './serve.mjs';
import { fail, runTool, step } from './steps.mjs';

const isDemo = process.argv.includes('--demo');
const dataDir = process.env.DATA_DIR ?? (isDemo ? 'data/demo' : 'data');
const env = { NODE_ENV: 'production', DATA_DIR: dataDir };

try {
  await install();
  await generate();
  await build();
  await migrate(dataDir);
  if (isDemo) {
    const seeded = await step('demo', 'filling the desk of a sample company', () =>
      runTool('../dist/seed.js', [], { env }),
    );
    process.stdout.write(seeded.output);
  }
  serve(['--enable-source-maps', 'dist/server.js'], env);
} catch (error) {
  fail(error);
}
