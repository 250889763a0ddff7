import { runDesk, type ExitCode } from '@/lib/cli/run-desk';
import { env, EnvError } from '@/lib/env';

/** `npm run desk -- <noun> <verb> …`: the desk's command line. */
async function main(): Promise<ExitCode> {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  return runDesk(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
  });
}

const code = await main();
// Whatever the verbs have left waiting, timers among it, a command ends; but not before what it said has left.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
