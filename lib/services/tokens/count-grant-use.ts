import { GrantCounts } from '@/lib/cache/grant-counts';
import { writeGrantUses } from '@/lib/db/token-uses';
import { transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { globalContext, type Context } from '@/lib/domain/context';
import type { Power } from '@/lib/domain/grant';
import { processWide } from '@/lib/domain/process-wide';
import { reportFault } from '@/lib/services/audit/report-fault';

interface Counting {
  counts: GrantCounts;
  /** The write under way; only one runs at a time. */
  writing: Promise<void> | null;
}

/** What a crash loses at most (REL-4). */
const writeEveryMilliseconds = 10_000;
const rowsPerBatch = 500;
const maxEntries = 100_000;

function counting(): Counting {
  return processWide('grant-uses', () => {
    const made: Counting = { counts: new GrantCounts(maxEntries), writing: null };
    setInterval(() => {
      if (made.writing !== null || made.counts.size === 0) return;
      made.writing = write(made.counts)
        .catch((error: unknown) => reportFault(error, 'grant-uses'))
        .finally(() => {
          made.writing = null;
        });
    }, writeEveryMilliseconds).unref();
    return made;
  });
}

/** Counts that a token was allowed `permission` in `context`. In memory, written behind; never waits, never throws. */
export function countGrantUse(tokenId: string, permission: string, context: string): void {
  counting().counts.add(tokenId, permission, context);
}

/**
 * The same for a token that was allowed it in a context that a request named: what is counted is the grant, the one in that
 * context or else the one in `global`, so that whoever holds all contexts makes no row for each that they can think of.
 */
export function countUseOf(
  { id, power }: { id: string; power: Power },
  permission: string,
  asked: Context,
): void {
  const isNamed = power.kind === 'limited' && power.grants.get(asked)?.has(permission) === true;
  countGrantUse(id, permission, isNamed ? asked : globalContext);
}

/** The same for a call, where a token makes it. A change asks twice, the second time in its transaction: only the first counts. */
export function countUseIn({ actor }: Call, permission: string, context: Context): void {
  if (actor.kind === 'token') countUseOf({ id: actor.tokenId, power: actor.power }, permission, context);
}

/** Writes all that was counted: before the database closes. Throws what the database throws. */
export async function flushGrantUses(): Promise<void> {
  const { counts, writing } = counting();
  await writing;
  await write(counts);
}

async function write(counts: GrantCounts): Promise<void> {
  const taken = counts.take();
  const actor = { kind: 'system', name: 'write-behind' } as const;
  const facts = { requestId: 'write-behind', address: '', userAgent: '', via: 'system' } as const;
  for (let start = 0; start < taken.length; start += rowsPerBatch) {
    const batch = taken.slice(start, start + rowsPerBatch);
    const now = new Date();
    try {
      await transaction({ actor, now, ...facts }, (tx) => writeGrantUses(tx, batch, now));
    } catch (error) {
      counts.giveBack(taken.slice(start));
      throw error;
    }
  }
}
