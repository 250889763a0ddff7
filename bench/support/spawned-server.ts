import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A data directory of its own with an empty, migrated database; sets the variables that lib/env.ts reads once. */
export function prepareDesk(port: number): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tokendesk-bench-'));
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    TRUSTED_PROXIES: '127.0.0.1,::1',
    REQUESTS_PER_TOKEN: '0',
    REQUESTS_PER_PERSON: '0',
    REQUESTS_PER_ADDRESS: '0',
  });
  execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], {
    stdio: 'pipe',
  });
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** The built server in a process of its own, and what the system says of it. */
export interface SpawnedServer {
  rssMegabytes: () => number;
  /** Seconds of processor time since its start. */
  busySeconds: () => number;
  sockets: () => number;
  stop: () => Promise<void>;
}

const ticksPerSecond = 100;

/** Starts `dist/server.js` and waits until it takes requests. */
export async function startServer(): Promise<SpawnedServer> {
  const child = spawn(process.execPath, ['dist/server.js'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await greeting(child);
  const about = (file: string) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    rssMegabytes: () => Number(/VmRSS:\s+(\d+) kB/.exec(about('status'))?.[1] ?? 0) / 1024,
    busySeconds: () => {
      const fields = about('stat').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    },
    sockets: () => readdirSync(`/proc/${child.pid}/fd`).filter((fd) => isSocket(child, fd)).length,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function greeting(child: ChildProcess): Promise<void> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    if (output.includes('Tokendesk is at')) {
      child.stdout?.resume();
      return;
    }
  }
  throw new Error('The server ended before it began.');
}

function isSocket(child: ChildProcess, fd: string): boolean {
  try {
    return readlinkSync(`/proc/${child.pid}/fd/${fd}`).startsWith('socket:');
  } catch {
    return false;
  }
}
