import { closeDatabase } from '@/lib/db/client';
import { flushClientUses } from '@/lib/services/clients/client-uses';
import { stopFollowing } from '@/lib/services/feed/follow-log';
import { flushGrantUses } from '@/lib/services/tokens/count-grant-use';
import { flushUses } from '@/lib/services/tokens/write-behind';

/** The last thing a shutdown does: what was written behind is flushed, then the database is closed. */
export async function closeDesk(): Promise<void> {
  await flushUses();
  await flushGrantUses();
  await flushClientUses();
  stopFollowing();
  await closeDatabase();
}
