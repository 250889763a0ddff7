import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { wire } from '../support/desk-api';
import { makeToken } from '../support/make-token';
import { expect, test } from '../support/test';

const run = promisify(execFile);
const folder = path.join(import.meta.dirname, 'clients');

/** Runs a client as its user would: its own process, an address and a credential, nothing else. */
async function runClient(file: string, ...given: string[]): Promise<string> {
  const interpreter = file.endsWith('.py') ? 'python3' : 'sh';
  const { stdout } = await run(interpreter, [path.join(folder, file), ...given], { timeout: 60_000 });
  return stdout;
}

// Each was written from the documents alone, without a look at this project; they end with an error at the first surprise.
for (const file of ['canvus.py', 'canvus.sh']) {
  test(`a client of Canvus works unchanged: ${file}`, async ({ desk, cookieOf }) => {
    const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor');
    const info = await wire(desk.url, '/1.0/users/account/rest/getuserinfo', {
      headers: { 'private-token': secret },
    });
    const { uid } = JSON.parse(info.text) as { uid: number };
    expect(await runClient(file, desk.url, secret, String(uid))).toContain('all as documented');
  });
}

for (const file of ['virtuozzo.py', 'virtuozzo.sh']) {
  test(`a client of Virtuozzo works unchanged: ${file}`, async ({ desk, cookieOf }) => {
    const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor');
    await runClient(file, desk.url, secret);
  });
}

for (const file of ['codecanvas.py', 'codecanvas.sh']) {
  test(`a client of CodeCanvas works unchanged: ${file}`, async ({ desk, cookieOf }) => {
    const { secret, row } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor');
    await runClient(file, desk.url, row.id, secret);
  });
}
