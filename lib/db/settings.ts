import { reading } from './client';
import type { Transaction } from './transaction';

/** A one-time fact of this installation; null when it was never set. */
export async function findSetting(key: string, tx?: Transaction): Promise<string | null> {
  const row = await (tx ?? (await reading())).setting.findUnique({ where: { key } });
  return row?.value ?? null;
}

export async function putSetting(tx: Transaction, key: string, value: string): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

export async function removeSetting(tx: Transaction, key: string): Promise<void> {
  await tx.setting.deleteMany({ where: { key } });
}
