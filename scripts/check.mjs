// `npm run check`: the inner loop, formatting, lint, types, the rules and the architecture.
import { runChecks } from './checks.mjs';
import { generate, install } from './prepare.mjs';
import { fail } from './steps.mjs';

try {
  await install();
  await generate();
  const { failed } = await runChecks({ isInner: true });
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
