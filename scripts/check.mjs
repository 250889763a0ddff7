// `npm run check`: everything that needs no browser and no build, in under a minute.
import { runChecks } from './checks.mjs';
import { generate, install } from './prepare.mjs';
import { fail } from './steps.mjs';

try {
  await install();
  await generate();
  const { failed } = await runChecks();
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
