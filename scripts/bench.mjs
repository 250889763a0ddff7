// `npm run bench`: runs bench/*.ts one after the other, on the built server.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { build, generate, install } from './prepare.mjs';
import { fail, root } from './steps.mjs';

try {
  await install();
  await generate();
  await build();
  const folder = path.join(root, 'bench');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')) : [];
  for (const name of names.toSorted()) {
    process.stdout.write(`\n${path.basename(name, '.ts')}\n`);
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', `bench/${name}`], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
} catch (error) {
  fail(error);
}
