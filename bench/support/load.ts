import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a load of some seconds found. */
export interface LoadResult {
  perSecond: number;
  p99Milliseconds: number;
  /** Requests per second of processor time of the process that answered; NaN where that was not looked at. */
  perBusySecond: number;
}

/** A request that is sent over and over. */
export interface LoadRequest {
  url: string;
  method?: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
}

const usualConnections = 32;

/**
 * Sends a request as often as it is answered, from a process of its own. Throws when an answer is not 2xx, unless
 * `mayFail`.
 */
export async function loadRequest(
  { url, method = 'GET', headers, body }: LoadRequest,
  seconds: number,
  { mayFail = false, connections = usualConnections, busySeconds = () => Number.NaN } = {},
): Promise<LoadResult> {
  const args = ['node_modules/autocannon/autocannon.js', '-j', '-m', method];
  args.push('-c', String(connections), '-d', String(seconds));
  for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}=${value}`);
  if (body !== undefined) args.push('-b', body);
  const before = busySeconds();
  const child = spawn(process.execPath, [...args, url], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  await once(child, 'close');
  const found = JSON.parse(output) as {
    requests: { average: number; total: number };
    latency: { p99: number };
    non2xx: number;
    errors: number;
  };
  if (!mayFail && found.non2xx + found.errors > 0)
    throw new Error(`${found.non2xx + found.errors} requests failed.`);
  const perBusySecond = found.requests.total / (busySeconds() - before);
  return { perSecond: found.requests.average, p99Milliseconds: found.latency.p99, perBusySecond };
}

/** The same for a token in a header. Throws when an answer is not 200 or has another text. */
export async function load(
  url: string,
  secret: string,
  expected: string,
  seconds: number,
): Promise<LoadResult> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${secret}` } });
  const text = await answer.text();
  if (!text.startsWith(expected)) throw new Error(`${new URL(url).pathname} answers ${text.slice(0, 200)}`);
  return loadRequest({ url, headers: { Authorization: `Bearer ${secret}` } }, seconds);
}

/** The number in the middle. */
export function middle(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** The one in the middle by speed. */
export function median(results: readonly LoadResult[]): LoadResult {
  const sorted = results.toSorted((one, other) => one.perSecond - other.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}
