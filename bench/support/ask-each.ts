import { Agent, request as send } from 'node:http';
import type { LoadRequest, LoadResult } from './load';

/** Sends each request once, so many at a time. Throws when one is not answered with 200. */
export async function askEach(requests: readonly LoadRequest[], atOnce: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const worker = async () => {
    for (let each = requests[next++]; each !== undefined; each = requests[next++]) {
      const before = performance.now();
      await ask(each, agent);
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const elapsed = performance.now() - startedAt;
  agent.destroy();
  const sorted = times.toSorted((one, other) => one - other);
  return {
    perSecond: (requests.length / elapsed) * 1_000,
    p99Milliseconds: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
    perBusySecond: Number.NaN,
  };
}

function ask({ url, method = 'GET', headers, body }: LoadRequest, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = send(url, { method, headers, agent }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`It answered ${response.statusCode}.`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
