import type { Budget } from '@/lib/domain/failure-budget';
import type { Transaction } from './transaction';

/** The bucket of a key; null when it is empty. Read within the transaction that counts, so that races cannot pass it. */
export async function findBudget(tx: Transaction, key: string): Promise<Budget | null> {
  const row = await tx.failureBudget.findUnique({ where: { key } });
  return row === null ? null : { failures: row.failures, lastAt: row.lastAt, lockedUntil: row.lockedUntil };
}

/** Stores a bucket, or removes it when null. */
export async function putBudget(tx: Transaction, key: string, budget: Budget | null): Promise<void> {
  if (budget === null) {
    await tx.failureBudget.deleteMany({ where: { key } });
    return;
  }
  await tx.failureBudget.upsert({ where: { key }, create: { key, ...budget }, update: budget });
}

/** Forgets buckets that nobody has tried since `before` and that are not closed. */
export async function removeOldBudgets(tx: Transaction, before: Date): Promise<void> {
  await tx.failureBudget.deleteMany({
    where: { lastAt: { lt: before }, OR: [{ lockedUntil: null }, { lockedUntil: { lt: before } }] },
  });
}
