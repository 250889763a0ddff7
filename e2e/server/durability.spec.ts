import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deskApi } from '../support/desk-api';
import { makeToken } from '../support/make-token';
import { root, scriptsDir, templatesDir } from '../support/paths';
import { readRows } from '../support/rows';
import type { Acknowledged } from '../support/scripts/change-tokens';
import { expect, test } from '../support/test';

const lanes = 2;
const killsPerLane = 50;

function start(dataDir: string, argument: string) {
  return spawn(process.execPath, [path.join(scriptsDir, 'change-tokens.mjs'), argument], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      PASSWORD_COST: '4',
      PASSWORD_WORKERS: '1',
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Makes the person whose tokens are changed; answers who it is. */
async function prepareOwner(dataDir: string): Promise<string> {
  const child = start(dataDir, 'prepare');
  let owner = '';
  child.stdout.on('data', (chunk: Buffer) => (owner += chunk.toString('utf8')));
  await once(child, 'close');
  return owner;
}

/** Runs the child until it has acknowledged one to eight changes, kills it -9 in the midst of the next ones. */
async function changeAndKill(dataDir: string, owner: string): Promise<Acknowledged[]> {
  const child = start(dataDir, owner);
  let output = '';
  const enough = 1 + Math.floor(Math.random() * 8);
  let fuse: NodeJS.Timeout | undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    if (output.split('\n').length > enough)
      fuse ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * 12);
  });
  await once(child, 'close');
  // What was cut in the middle of a line was not acknowledged.
  return output
    .split('\n')
    .slice(0, -1)
    .map((line): Acknowledged => JSON.parse(line));
}

function findLosses(dataDir: string, acknowledged: readonly Acknowledged[]): string[] {
  const rows = readRows<{ id: string; version: number; description: string; removedAt: unknown }>(
    dataDir,
    'SELECT id, version, description, removedAt FROM Token',
  );
  const tokens = new Map(rows.map((row) => [row.id, row]));
  const events = readRows<{ action: string; subjectId: string }>(
    dataDir,
    'SELECT action, subjectId FROM Event',
  );
  const recorded = new Set(events.map((event) => `${event.action} ${event.subjectId}`));
  return acknowledged.flatMap((change) => {
    const row = tokens.get(change.id);
    const isKept =
      row !== undefined &&
      row.version >= change.version &&
      (change.action !== 'token.removed' || row.removedAt !== null);
    const isSame = row?.version !== change.version || row.description === change.description;
    const lost = isKept && isSame ? [] : [`${change.action} ${change.id}`];
    return recorded.has(`${change.action} ${change.id}`)
      ? lost
      : [...lost, `the event of ${change.action} ${change.id}`];
  });
}

test('REL-1 AUD-1 a hundred kill -9 in the middle of changes: none that was acknowledged is lost, events have no holes', async () => {
  test.setTimeout(900_000);
  const kill = async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'tokendesk-rel-'));
    cpSync(path.join(templatesDir, 'empty'), dataDir, { recursive: true });
    const owner = await prepareOwner(dataDir);
    const acknowledged: Acknowledged[] = [];
    for (let round = 0; round < killsPerLane; round += 1) {
      const changes = await changeAndKill(dataDir, owner);
      expect(changes.length, 'each round acknowledges something before it dies').toBeGreaterThan(0);
      acknowledged.push(...changes);
    }
    expect(readRows(dataDir, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(readRows(dataDir, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(findLosses(dataDir, acknowledged)).toEqual([]);
    const [numbers] = readRows<{ first: number; last: number; count: number }>(
      dataDir,
      'SELECT min(seq) AS first, max(seq) AS last, count(*) AS count FROM Event',
    );
    expect(numbers?.count).toBe((numbers?.last ?? 0) - (numbers?.first ?? 0) + 1);
    rmSync(dataDir, { recursive: true, force: true });
    return acknowledged.length;
  };
  const counts = await Promise.all(Array.from({ length: lanes }, kill));
  expect(Math.min(...counts)).toBeGreaterThan(2 * killsPerLane);
});

test('REL-1 the built desk keeps what it answered over HTTP, killed -9 again and again', async ({
  startDesk,
  cookieOf,
}) => {
  test.setTimeout(120_000);
  const desk = await startDesk({ template: 'demo' });
  const { secret } = await makeToken(desk, await cookieOf(desk, 'noor'), 'noor', {
    description: 'Through the storm',
  });
  const api = deskApi(desk.url, secret);
  const list = await api.call('environment.control.GetBasicEnvsInfo');
  expect(list.result).toBe(0);
  const [running] = readRows<{ name: string }>(
    desk.dataDir,
    "SELECT name FROM Environment WHERE status = 'running' ORDER BY name",
  );
  const envName = running?.name ?? '';
  let isRunning = true;
  for (let round = 0; round < 5; round += 1) {
    const envelope = await api.call(`environment.control.${isRunning ? 'StopEnv' : 'StartEnv'}`, { envName });
    expect(envelope).toMatchObject({ result: 0 });
    isRunning = !isRunning;
    await desk.kill();
    await desk.run();
    const [row] = readRows<{ status: string }>(
      desk.dataDir,
      'SELECT status FROM Environment WHERE name = ?',
      envName,
    );
    expect(row?.status, `after kill ${round + 1}`).toBe(isRunning ? 'running' : 'stopped');
  }
  expect(readRows(desk.dataDir, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});
