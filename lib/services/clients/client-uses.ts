import { UseBuffer } from '@/lib/cache/use-buffer';
import { writeClientUses } from '@/lib/db/clients';
import { transaction } from '@/lib/db/transaction';
import { processWide } from '@/lib/domain/process-wide';
import { reportFault } from '@/lib/services/audit/report-fault';

const tickMilliseconds = 1_000;
const clientsPerBatch = 500;

function uses(): UseBuffer<Date> {
  return processWide('client-uses', () => {
    const buffer = new UseBuffer<Date>({
      firstMilliseconds: 250,
      againMilliseconds: 60_000,
      maxTokens: 20_000,
    });
    setInterval(() => {
      writeDue(buffer, performance.now()).catch((error: unknown) => reportFault(error, 'client-uses'));
    }, tickMilliseconds).unref();
    return buffer;
  });
}

/** Notes that a client asked, in memory; written behind at most once a minute. Never waits, never throws. */
export function noteClientUse(clientId: string): void {
  uses().note(clientId, new Date(), performance.now());
}

/** Writes all that waits, due or not: before the database closes. Throws what the database throws. */
export async function flushClientUses(): Promise<void> {
  await writeDue(uses(), Number.POSITIVE_INFINITY);
}

async function writeDue(buffer: UseBuffer<Date>, due: number): Promise<void> {
  for (;;) {
    const taken = buffer.take(due, clientsPerBatch, performance.now());
    if (taken.size === 0) return;
    try {
      const actor = { kind: 'system', name: 'write-behind' } as const;
      const facts = { requestId: 'write-behind', address: '', userAgent: '', via: 'system' } as const;
      await transaction({ actor, now: new Date(), ...facts }, (tx) => writeClientUses(tx, taken));
    } catch (error) {
      buffer.giveBack(taken, performance.now());
      throw error;
    }
  }
}
