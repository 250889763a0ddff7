// What the scripts share: a step with its progress line, a child process, a stamp that says what need not be done again.
// Node builtins only: these run before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const stamps = path.join(root, 'node_modules/.cache/tokendesk');
const reminderMilliseconds = 15_000;

/** Where the progress is told. */
export const progress = { stream: process.stdout };

/** Runs `work` between two progress lines; a long one reminds that it is still running. */
export async function step(name, sentence, work) {
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  const say = (text) => progress.stream.write(`${name.padEnd(9)} ${text}\n`);
  say(`${sentence} …`);
  const reminder = setInterval(() => say(`… ${Math.round(seconds())} s`), reminderMilliseconds);
  try {
    const result = await work();
    say(`done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

/** A command that ended badly; its output is part of the message. */
export class StepError extends Error {}

/** Runs a command in the project, quietly; resolves with its output, rejects with a StepError that shows it. */
export async function run(command, args, { env = {}, mayFail = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      CHECKPOINT_DISABLE: '1',
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pieces = [];
  child.stdout.on('data', (piece) => pieces.push(piece));
  child.stderr.on('data', (piece) => pieces.push(piece));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      pieces.push(Buffer.from(error.message));
      resolve(127);
    });
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  const output = Buffer.concat(pieces).toString();
  if (code !== 0 && !mayFail)
    throw new StepError(`${[command, ...args].join(' ')} ended with ${code}\n${output}`);
  return { code, output };
}

/** Runs a package's command with this very Node: no shell, no npx. */
export function runTool(file, args, options) {
  return run(process.execPath, [path.join('node_modules', file), ...args], options);
}

/** One digest over files and folders (and any words), by names and contents. */
export function digestOf(places, words = []) {
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const place of places) feed(hash, place);
  return hash.digest('hex');
}

function feed(hash, place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).toSorted()) if (name !== 'generated') feed(hash, `${place}/${name}`);
  } else if (!/\.test\.tsx?$/.test(place)) {
    hash.update(place).update('\0').update(readFileSync(full)).update('\0');
  }
}

/** True when the step `name` was last done with the same digest. */
export function isStamped(name, digest) {
  const file = path.join(stamps, name);
  return existsSync(file) && readFileSync(file, 'utf8') === digest;
}

export function stamp(name, digest) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(path.join(stamps, name), digest);
}

/** Ends the script with what went wrong, without a stack for a command that has shown its own. */
export function fail(error) {
  process.stderr.write(`${error instanceof StepError ? error.message : error.stack}\n`);
  process.exit(1);
}
