import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { env } from '@/lib/env';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { loadCatalog } from '@/lib/services/catalog/load-catalog';

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
  it('imports, shows, lists and removes a service, beside a desk that is open on the same database', async () => {
    await loadCatalog();
    const preview = await desk(
      'service import shop.yaml --name shop --context store=storeId --dry-run --json',
    );
    expect(JSON.parse(preview.out)).toMatchObject({ added: { total: 1 }, former: null });
    const imported = await desk('service import shop.yaml --name shop --context store=storeId --json');
    expect([imported.code, imported.error, JSON.parse(imported.out)]).toMatchObject([0, '', { added: 1 }]);
    await loadCatalog();
    expect(currentCatalog().byCode.get('shop.stores.getStore')).toMatchObject({ contextType: 'store' });
    const shown = await desk('service show shop');
    expect(shown.out.split('\n')[1]).toMatch(
      /^shop\.stores\.getStore {2}GET \/stores\/\{storeId\} {2}store$/,
    );
    expect((await desk('service remove shop')).out).toBe(
      'shop is removed. Its 1 operations give nothing any more.\n',
    );
    expect((await desk('service list')).out).toBe('shop  removed  1 gone  The shop\n');
  });

  it('ends with 1 and a sentence when the desk refuses, with 2 when it does not understand', async () => {
    const bad = await desk('service import bad.yaml --name shop');
    expect([bad.code, bad.out, bad.error]).toEqual([
      1,
      '',
      expect.stringMatching(/^Line 3, column 3: The path “stores”/),
    ]);
    const huge = await desk('service import huge.json --name shop --json');
    expect([huge.code, JSON.parse(huge.out)]).toMatchObject([
      1,
      { error: 'invalid_input', message: expect.stringMatching(/11 MB; 10 MB/) },
    ]);
    const absent = await desk('service import ../absent.yaml --name shop');
    expect([absent.code, absent.error]).toEqual([
      1,
      'There is no file ../absent.yaml, or it may not be read.\n',
    ]);
    const mistyped = await desk('service import shop.yaml --name shop --context store');
    expect([mistyped.code, mistyped.error]).toEqual([2, '--context is type=param, not store.\n']);
    expect(await desk('service export')).toMatchObject({ code: 2, out: '' });
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
