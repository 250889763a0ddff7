// Imports of large OpenAPI documents, in process: npx tsx bench/imports.ts. Wall time, and processor time with the thread
// that reads the document counted in, since what else runs on the machine does not count there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { generateDocument, toYaml } from '../tests/support/openapi/generate-document';

const dataDir = mkdtempSync(path.join(tmpdir(), 'tokendesk-bench-'));
process.env.DATA_DIR = dataDir;
execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], {
  stdio: 'pipe',
});

// After the variables are set, because lib/env.ts reads them once.
const { importService } = await import('../lib/services/catalog/import-service');
const { previewImport } = await import('../lib/services/catalog/preview-import');
const { loadCatalog } = await import('../lib/services/catalog/load-catalog');
const { closeDesk } = await import('../lib/services/desk/close-desk');
const { systemCall } = await import('../tests/support/desk');

async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const milliseconds = Math.round(performance.now() - startedAt);
  // The next turn of the loop tells how long the last one was.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  console.log(
    JSON.stringify({
      what,
      milliseconds,
      processorMilliseconds: Math.round((user + system) / 1_000),
      longestTurnMilliseconds: Math.round(delay.max / 1_000_000),
      residentMegabytes: Math.round(process.memoryUsage().rss / 1_000_000),
    }),
  );
}

const contexts = [{ type: 'store', parameter: 'storeId' }];
for (const operations of [1_200, 8_000]) {
  for (const format of ['json', 'yaml'] as const) {
    const generated = generateDocument({ operations });
    const document = format === 'json' ? JSON.stringify(generated) : toYaml(generated);
    const size = `${operations} operations, ${(document.length / 1_000_000).toFixed(1)} MB of ${format}`;
    const input = { name: `${format}-${operations}`, document, contexts };
    await measure(`preview of ${size}`, () => previewImport(systemCall(), input));
    await measure(`import of ${size}`, () => importService(systemCall(), input));
    await measure(`the same again`, () => importService(systemCall(), input));
    await measure(`loading the catalog then`, () => loadCatalog());
  }
}
await closeDesk();
rmSync(dataDir, { recursive: true, force: true });
