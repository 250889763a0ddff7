import { closeDatabase } from '@/lib/db/client';

/** The last thing a shutdown does: what was written behind is flushed, then the database is closed. */
export async function closeDesk(): Promise<void> {
  await closeDatabase();
}
