// `npm run desk -- …`: the command line, from a fresh clone too. What must be prepared first is told on stderr, so that
// the output is the command's alone.
import { bundle, generate, install, migrate } from './prepare.mjs';
import { serve } from './serve.mjs';
import { fail, progress } from './steps.mjs';

const dataDir = process.env.DATA_DIR ?? 'data';
progress.stream = process.stderr;

try {
  await install();
  await generate();
  await bundle();
  await migrate(dataDir);
  serve(['--enable-source-maps', 'dist/desk.js', ...process.argv.slice(2)], {
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
  });
} catch (error) {
  fail(error);
}
