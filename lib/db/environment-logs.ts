import type { LogFile } from '@/lib/domain/platform/environment-log';
import { reading } from './client';
import type { Transaction } from './transaction';

/** The log files of an environment, by path. */
export async function findLogFiles(environmentId: string): Promise<LogFile[]> {
  const rows = await (
    await reading()
  ).environmentLog.groupBy({
    by: ['path'],
    where: { environmentId },
    _count: { id: true },
    _max: { at: true },
    orderBy: { path: 'asc' },
  });
  return rows.map((row) => ({
    path: row.path,
    lineCount: row._count.id,
    changedAt: row._max.at ?? new Date(0),
  }));
}

/** How many lines a log file has. */
export async function countLogLines(environmentId: string, path: string): Promise<number> {
  return (await reading()).environmentLog.count({ where: { environmentId, path } });
}

/** `count` lines from line `from` (counted from 0) on, oldest first. */
export async function findLogLines(
  environmentId: string,
  path: string,
  from: number,
  count: number,
): Promise<{ at: Date; line: string }[]> {
  return (await reading()).environmentLog.findMany({
    where: { environmentId, path },
    orderBy: { id: 'asc' },
    skip: from,
    take: count,
    select: { at: true, line: true },
  });
}

export async function appendLogLine(
  tx: Transaction,
  environmentId: string,
  entry: { path: string; at: Date; line: string },
): Promise<void> {
  await tx.environmentLog.create({ data: { environmentId, ...entry } });
}

/** Empties a log file; answers how many lines it had. */
export async function deleteLogLines(tx: Transaction, environmentId: string, path: string): Promise<number> {
  return (await tx.environmentLog.deleteMany({ where: { environmentId, path } })).count;
}
