import { reading } from './client';
import type { Transaction } from './transaction';

/** What was answered under an Idempotency-Key. `key` and `fingerprint` are digests, `sealed` opens with the caller's key only. */
export interface IdempotentReply {
  key: string;
  fingerprint: string;
  sealed: string;
  createdAt: Date;
  expiresAt: Date;
}

/** The reply that is kept under a key and has not run out at `now`. */
export async function findIdempotentReply(
  key: string,
  now: Date,
  tx?: Transaction,
): Promise<IdempotentReply | null> {
  const client = tx ?? (await reading());
  return client.idempotentReply.findFirst({ where: { key, expiresAt: { gt: now } } });
}

/** Keeps a reply; those that have run out by its time are removed on the way. */
export async function insertIdempotentReply(tx: Transaction, reply: IdempotentReply): Promise<void> {
  await tx.idempotentReply.deleteMany({ where: { expiresAt: { lte: reply.createdAt } } });
  await tx.idempotentReply.create({ data: reply });
}
