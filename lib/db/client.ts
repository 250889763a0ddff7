import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { processWide } from '@/lib/domain/process-wide';
import { env } from '@/lib/env';
import { PrismaClient } from './generated/sqlite/client';

/**
 * Two connections to one file. All writes go through `writer`, inside a transaction; reads go through `reader`, so that
 * they see committed rows only: on one connection a read between two statements of an open transaction would see its
 * uncommitted rows, and a cache would keep them after a rollback.
 */
interface Database {
  writer: PrismaClient;
  reader: PrismaClient;
}

const durability = ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'busy_timeout=5000'] as const;

/** The database file of this installation. */
export function databaseFile(): string {
  return path.join(env().dataDir, 'tokendesk.db');
}

function connect(): PrismaClient {
  const adapter = new PrismaBetterSqlite3({ url: `file:${databaseFile()}` });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}

async function open(): Promise<Database> {
  mkdirSync(env().dataDir, { recursive: true, mode: 0o700 });
  const writer = connect();
  const reader = connect();
  for (const client of [writer, reader]) {
    for (const pragma of durability) await client.$queryRawUnsafe(`PRAGMA ${pragma}`);
    await assertDurability(client);
  }
  chmodSync(databaseFile(), 0o600);
  return { writer, reader };
}

/** Prisma leaves a WAL file at synchronous=NORMAL, where an acknowledged revocation can be lost at power failure (REL-1). */
async function assertDurability(client: PrismaClient): Promise<void> {
  const read = async (pragma: string) => {
    const rows = await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
    return String(Object.values(rows[0] ?? {})[0]);
  };
  const found = [await read('journal_mode'), await read('synchronous'), await read('foreign_keys')].join(' ');
  if (found !== 'wal 2 1')
    throw new Error(`The database does not keep its promises: ${found} instead of wal 2 1.`);
}

function database(): Promise<Database> {
  return processWide('database', () => open());
}

/** The connection that sees committed rows. */
export async function reading(): Promise<PrismaClient> {
  return (await database()).reader;
}

/** The connection of transactions; only transaction.ts uses it. */
export async function writing(): Promise<PrismaClient> {
  return (await database()).writer;
}

/** Closes both connections; the last thing a shutdown does. */
export async function closeDatabase(): Promise<void> {
  const { writer, reader } = await database();
  await Promise.all([writer.$disconnect(), reader.$disconnect()]);
}

/** True when the database answers and its migrations are applied. For /readyz. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    await (await reading()).person.count();
    return true;
  } catch {
    return false;
  }
}
