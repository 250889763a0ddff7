import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkArchitecture, listSources } from './check-architecture';
import { checkCompleteness, checkVersions, type LockFile } from './check-versions';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('the tree', () => {
  it('AZ-1 keeps every rule of docs/architecture.md', () => {
    expect(checkArchitecture(root)).toEqual([]);
  });

  it('WEB-1 WEB-11 ships no package with a known hole', () => {
    const lock = JSON.parse(read('package-lock.json')) as LockFile;
    expect(checkVersions(lock)).toEqual([]);
    expect(
      checkVersions({ packages: { 'node_modules/a/node_modules/next': { version: '16.4.0' } } }),
    ).toHaveLength(1);
    expect(checkVersions({ packages: { 'node_modules/zod': { version: '4.6.6-beta.1' } } })).toHaveLength(1);
  });

  it('OPS-1 locks the packages of every platform, so that npm ci installs on each', () => {
    expect(checkCompleteness(JSON.parse(read('package-lock.json')) as LockFile)).toEqual([]);
  });

  it('OPS-1 pins every package exactly and names no registry', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const ranges = Object.values({ ...manifest['dependencies'], ...manifest['devDependencies'] });
    expect(ranges.filter((range) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
    expect(read('package-lock.json')).not.toContain('"resolved"');
    expect(
      Object.entries(manifest['allowScripts'] ?? {})
        .filter(([, may]) => may)
        .map(([name]) => name),
    ).toEqual([`better-sqlite3@${manifest['dependencies']?.['better-sqlite3']}`]);
  });
});

describe('the checker, on a copy of the tree with one fault', () => {
  let copy: string;
  let before: string[];

  beforeAll(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'tokendesk-tree-'));
    for (const file of listSources(root)) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      copyFileSync(path.join(root, file), path.join(copy, file));
    }
    before = checkArchitecture(copy);
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const faults: [string, string, string, string][] = [
    [
      'a component that imports a verb',
      'components/tokens/fault.tsx',
      `import { x } from '@/lib/services/tokens/x';`,
      'may not import lib/services',
    ],
    [
      'a page that imports the database',
      'app/fault.tsx',
      `import { reading } from '@/lib/db/client';`,
      'may not import lib/db',
    ],
    [
      'a verb that imports a door',
      'lib/services/fault.ts',
      `import type { X } from '@/lib/http/problem';`,
      'may not import lib/http',
    ],
    [
      'a door that imports another door',
      'lib/http/virtuozzo/fault.ts',
      `import { x } from '../canvus/x';`,
      'may not import the door canvus',
    ],
    [
      'a rule that imports a package',
      'lib/domain/fault.ts',
      `import { format } from 'date-fns';`,
      'may import zod and ipaddr.js only',
    ],
    [
      'a rule that asks the clock',
      'lib/domain/fault.ts',
      `export const now = () => new Date();`,
      'asks a clock',
    ],
    [
      'an import of Prisma outside of lib/db',
      'lib/services/fault.ts',
      `import { Prisma } from '@prisma/client';`,
      'belongs to lib/db',
    ],
    [
      'an import of the generated client',
      'lib/auth/fault.ts',
      `export { x } from '@/lib/db/generated/sqlite/client';`,
      'may not import lib/db',
    ],
    [
      'a late import',
      'lib/domain/fault.ts',
      `export const late = () => import('@/lib/db/client');`,
      'may not import lib/db',
    ],
    [
      'a hash outside of lib/crypto',
      'lib/services/fault.ts',
      `import { createHash } from 'node:crypto';`,
      'belongs to lib/crypto',
    ],
    [
      'a second reader of process.env',
      'lib/auth/fault.ts',
      `export const port = process.env.PORT;`,
      'reads process.env',
    ],
    [
      'a hidden reader of process.env',
      'lib/auth/fault.ts',
      `export const port = process['env'].PORT;`,
      'reads process.env',
    ],
    [
      'a secret compared with ===',
      'lib/services/fault.ts',
      `export const same = (a: { digest: string }, b: string) => b === a.digest;`,
      'compares a secret',
    ],
    [
      'the image optimiser',
      'components/ui/fault.tsx',
      `import Image from 'next/image';`,
      'is not used in this project',
    ],
    ['a cached component', 'app/fault.tsx', `'use cache';`, 'WEB-11'],
    ['the Pages Router', 'pages/fault.tsx', `export default null;`, 'Pages Router'],
    ['a proxy that decides', 'proxy.ts', `export default () => null;`, 'does not belong at the root'],
    ['a folder without a meaning', 'lib/utils/fault.ts', `export const x = 1;`, 'says nothing by its name'],
    ['a barrel', 'lib/services/tokens/index.ts', `export * from './x';`, 'is a barrel'],
    ['a file of 251 lines', 'lib/services/fault.ts', `${'// line\n'.repeat(250)}export {};`, 'has 251 lines'],
    [
      'a component of 151 lines',
      'components/ui/fault.tsx',
      `${'// line\n'.repeat(150)}export {};`,
      'has 151 lines',
    ],
  ];

  it.each(faults)('reports %s', (_, file, text, sentence) => {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), `${text}\n`);
    const found = checkArchitecture(copy).filter((each) => !before.includes(each));
    rmSync(path.join(copy, file));
    expect(found).toEqual([expect.stringContaining(sentence)]);
    expect(found[0]?.startsWith(file)).toBe(true);
  });
});
