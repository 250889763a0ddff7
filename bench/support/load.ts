import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a load of some seconds found. */
export interface LoadResult {
  perSecond: number;
  p99Milliseconds: number;
}

const connections = 32;

/** Asks an address as often as it answers, from a process of its own. Throws when an answer is not 200 or has another text. */
export async function load(
  url: string,
  secret: string,
  expected: string,
  seconds: number,
): Promise<LoadResult> {
  const header = `Authorization=Bearer ${secret}`;
  const args = [
    'node_modules/autocannon/autocannon.js',
    '-j',
    '-c',
    String(connections),
    '-d',
    String(seconds),
    '-H',
    header,
    url,
  ];
  const answer = await fetch(url, { headers: { authorization: `Bearer ${secret}` } });
  const text = await answer.text();
  if (!text.startsWith(expected)) throw new Error(`${new URL(url).pathname} answers ${text.slice(0, 200)}`);
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  await once(child, 'close');
  const found = JSON.parse(output) as {
    requests: { average: number };
    latency: { p99: number };
    non2xx: number;
    errors: number;
  };
  if (found.non2xx + found.errors > 0) throw new Error(`${found.non2xx + found.errors} requests failed.`);
  return { perSecond: found.requests.average, p99Milliseconds: found.latency.p99 };
}

/** The one in the middle by speed. */
export function median(results: readonly LoadResult[]): LoadResult {
  const sorted = results.toSorted((one, other) => one.perSecond - other.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}
