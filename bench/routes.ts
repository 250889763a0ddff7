// Look-ups a second of the gateway's router, in process: npx tsx bench/routes.ts
import { compileRoutes } from '../lib/domain/route-finder';
import { serviceFixture } from '../tests/support/services';

for (const count of [1_200, 8_000]) {
  const lines = Array.from({ length: count }, (_, index) => {
    const group = Math.floor(index / 20);
    const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;
    const tail = ['', '/{item}', '/{item}/parts', '/{item}/parts/{part}', '/{item}.csv'][index % 5] ?? '';
    return `${methods[Math.floor(index / 5) % 4]} /stores/{storeId}/group-${group}${tail}`;
  });
  const service = serviceFixture('big', lines, { contexts: { store: 'storeId' } });
  const compiledAt = performance.now();
  const finder = compileRoutes([service]);
  const compileMilliseconds = performance.now() - compiledAt;
  const requests = Array.from({ length: 1_000 }, (_, index) => {
    const group = (index * 37) % Math.floor(count / 20);
    const tails = ['', '/17', '/17/parts', '/17/parts/4?full=true', '/17.csv'];
    return `/stores/berlin-${index % 50}/group-${group}${tails[index % 5]}`;
  });
  let found = 0;
  const rounds = 500;
  const run = (times: number) => {
    for (let round = 0; round < times; round += 1)
      for (const uri of requests) if (finder.find('GET', uri).outcome === 'found') found += 1;
  };
  run(200);
  found = 0;
  // By the time that this process had a processor: what else runs on the machine does not count.
  const before = process.cpuUsage();
  run(rounds);
  const { user, system } = process.cpuUsage(before);
  const perSecond = Math.round((rounds * requests.length) / ((user + system) / 1_000_000));
  const share = found / (rounds * requests.length);
  console.log(
    JSON.stringify({ count, compileMilliseconds: Math.round(compileMilliseconds), perSecond, share }),
  );
}
