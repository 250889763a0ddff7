import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A process that was started, and what it first said. */
export interface Child {
  line: string;
  /** Seconds of processor time since its start: what else the machine does takes nothing from them. Linux only. */
  busySeconds: () => number;
}

const ticksPerSecond = 100;

/** Processes of one bench, which end with it. */
export class Children {
  private readonly running: ChildProcess[] = [];

  /** Starts a Node program; resolves with the first line that it says with `sign` in it. */
  async start(args: readonly string[], sign: string, env: Record<string, string> = {}): Promise<Child> {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    this.running.push(child);
    let output = '';
    for await (const chunk of child.stdout) {
      output += String(chunk);
      const line = output.split('\n').find((each) => each.includes(sign));
      if (line !== undefined && output.includes('\n')) {
        child.stdout.resume();
        return { line, busySeconds: () => busySecondsOf(child) };
      }
    }
    throw new Error(`${args[0] ?? ''} ended before it began.`);
  }

  async stop(): Promise<void> {
    for (const child of this.running.splice(0)) {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    }
  }
}

function busySecondsOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
