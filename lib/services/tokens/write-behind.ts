import { UseBuffer } from '@/lib/cache/use-buffer';
import { onEvent } from '@/lib/db/event-feed';
import type { DigestUpgrade } from '@/lib/db/token-uses';
import { processWide } from '@/lib/domain/process-wide';
import { reportFault } from '@/lib/services/audit/report-fault';
import { writeUseBatch, type WaitingUse } from './write-use-batch';

/** What is noted in memory on the hot path and written behind it. */
interface WriteBehind {
  uses: UseBuffer<WaitingUse>;
  upgrades: Map<string, DigestUpgrade>;
  /** The write under way; only one runs at a time. */
  writing: Promise<void> | null;
  restUntil: number;
}

const tickMilliseconds = 250;
const restAfterFaultMilliseconds = 5_000;
const tokensPerBatch = 500;
const maxUpgrades = 10_000;

function writeBehind(): WriteBehind {
  return processWide('write-behind', () => {
    const uses = new UseBuffer<WaitingUse>({
      firstMilliseconds: 250,
      againMilliseconds: 60_000,
      maxTokens: 200_000,
    });
    const behind: WriteBehind = { uses, upgrades: new Map(), writing: null, restUntil: 0 };
    // What waits was done with the old secret, and the first use of the new one is news.
    onEvent((event) => {
      if (event.action === 'token.regenerated') uses.release(event.subjectId);
    });
    setInterval(() => tick(behind), tickMilliseconds).unref();
    return behind;
  });
}

/** Adds a use to what waits. Never waits itself, never throws; a full buffer loses the use. */
export function addUse(tokenId: string, use: WaitingUse): void {
  writeBehind().uses.note(tokenId, use, performance.now());
}

/** Adds a digest to what waits; one that finds no room is noted again when the secret is next loaded. */
export function addUpgrade(upgrade: DigestUpgrade): void {
  const { upgrades } = writeBehind();
  if (upgrades.size < maxUpgrades) upgrades.set(upgrade.tokenId, upgrade);
}

/** Writes all that waits, due or not: the last thing before the database closes. Throws what the database throws. */
export async function flushUses(): Promise<void> {
  const behind = writeBehind();
  await behind.writing;
  await writeAll(behind, Number.POSITIVE_INFINITY);
}

function tick(behind: WriteBehind): void {
  const now = performance.now();
  if (behind.writing !== null || now < behind.restUntil) return;
  behind.writing = writeAll(behind, now)
    .catch((error: unknown) => {
      behind.restUntil = performance.now() + restAfterFaultMilliseconds;
      reportFault(error, 'write-behind');
    })
    .finally(() => {
      behind.writing = null;
    });
}

/** Writes what is due at `due`, batch by batch; what could not be written waits again. */
async function writeAll(behind: WriteBehind, due: number): Promise<void> {
  for (;;) {
    const uses = behind.uses.take(due, tokensPerBatch, performance.now());
    const upgrades = [...behind.upgrades.values()].slice(0, tokensPerBatch);
    if (uses.size === 0 && upgrades.length === 0) return;
    for (const { tokenId } of upgrades) behind.upgrades.delete(tokenId);
    try {
      await writeUseBatch(uses, upgrades);
    } catch (error) {
      behind.uses.giveBack(uses, performance.now());
      throw error;
    }
  }
}
