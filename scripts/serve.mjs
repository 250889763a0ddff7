import { spawn } from 'node:child_process';
import { root } from './steps.mjs';

/** Runs a Node program in the foreground: signals go to it, its end ends this process with the same code. */
export function serve(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 128));
}
