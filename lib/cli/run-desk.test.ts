import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { env } from '@/lib/env';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { loadCatalog } from '@/lib/services/catalog/load-catalog';
import { readDocumentFile } from './read-document-file';
import { runDesk } from './run-desk';

// Bundled as `npm run desk` does it, beside the packages that it needs.
const bundle = path.join(env().rootDir, `node_modules/.cache/tokendesk/desk-${process.pid}.mjs`);
beforeAll(() =>
  build({
    entryPoints: ['desk.ts'],
    absWorkingDir: env().rootDir,
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  }),
);
const folder = mkdtempSync(path.join(tmpdir(), 'tokendesk-cli-'));
afterAll(() => {
  for (const made of [folder, bundle]) rmSync(made, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
write(
  'shop.yaml',
  'openapi: 3.0.3\ninfo: { title: The shop }\npaths:\n  /stores/{storeId}:\n    get: { operationId: getStore, tags: [stores] }\n',
);
write(
  'moved.yaml',
  'openapi: 3.0.3\ninfo: { title: The shop }\npaths:\n  /shops/{storeId}:\n    get: { operationId: getStore, tags: [stores] }\n',
);
write('bad.yaml', 'openapi: 3.0.3\npaths:\n  stores: {}\n');
write('huge.json', ' '.repeat(11_000_000));

/** Runs the command line as npm does: another process, in the project's folder, with paths relative to where one stands. */
function desk(typed: string, variables: Record<string, string> = {}) {
  return new Promise<{ code: unknown; out: string; error: string }>((resolve) => {
    const args = [bundle, ...typed.split(' ')];
    const options = {
      cwd: env().rootDir,
      timeout: 50_000,
      env: { ...process.env, INIT_CWD: folder, ...variables },
    };
    execFile(process.execPath, args, options, (failure, out, error) =>
      resolve({ code: failure === null ? 0 : (failure.code ?? failure.signal), out, error }),
    );
  });
}

describe('the command line', { timeout: 180_000 }, () => {
  it('previews, imports and removes a service, beside a desk that is open on the same database', async () => {
    await loadCatalog();
    const preview = await desk(
      'service import shop.yaml --name shop --context store=storeId --dry-run --json',
    );
    expect(JSON.parse(preview.out)).toMatchObject({ added: { total: 1 }, former: null });
    const imported = await desk('service import shop.yaml --name shop --context store=storeId --json');
    expect([imported.code, imported.error, JSON.parse(imported.out)]).toMatchObject([0, '', { added: 1 }]);
    await loadCatalog();
    expect(currentCatalog().byCode.get('shop.stores.getStore')).toMatchObject({ contextType: 'store' });
    const moved = await desk('service import moved.yaml --name shop --context store=storeId --dry-run');
    expect(moved.out).toContain(
      '  shop.stores.getStore  GET /shops/{storeId}\n    path: /stores/{storeId} → /shops/{storeId}\n',
    );
    expect((await desk('service remove shop')).out).toBe(
      'shop is removed. Its 1 operations give nothing any more.\n',
    );
  });

  it('ends with 1 and a sentence when the desk refuses', async () => {
    const bad = await desk('service import bad.yaml --name shop');
    expect([bad.code, bad.out, bad.error]).toEqual([
      1,
      '',
      expect.stringMatching(/^Line 3, column 3: The path “stores”/),
    ]);
  });

  it('ends with 2, and touches nothing, when it does not understand', async () => {
    const told: string[] = [];
    const terminal = { out: (text: string) => told.push(text), error: (text: string) => told.push(text) };
    expect(await runDesk(['service', 'export'], terminal)).toBe(2);
    expect(told).toEqual(['There is no command service export. See npm run desk -- --help']);
  });

  it('reads files of 10 MB at most, and says so', () => {
    expect(() => readDocumentFile(path.join(folder, 'huge.json'))).toThrow(/11 MB; 10 MB can be read/);
    expect(() => readDocumentFile('../absent.yaml')).toThrow(/There is no file \.\.\/absent\.yaml/);
    expect(() => readDocumentFile(folder)).toThrow(/There is no file/);
  });

  it('works before there ever was a desk: it makes the keys, for itself alone', async () => {
    const dataDir = path.join(folder, 'first');
    const before = await desk('service list', { DATA_DIR: dataDir });
    expect([before.code, before.error]).toEqual([1, expect.stringMatching(/no tables yet/)]);
    copyFileSync(inject('templateDatabase'), path.join(dataDir, 'tokendesk.db'));
    expect(await desk('service list', { DATA_DIR: dataDir })).toMatchObject({
      code: 0,
      out: 'No service is imported yet.\n',
    });
    expect(statSync(path.join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
  });
});
