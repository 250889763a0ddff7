import { transaction, type Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import type { EventAction } from '@/lib/domain/event';
import { contextOf, type Environment } from '@/lib/domain/platform/environment';
import { requireEnvironment } from './require-environment';

/** What a change of one environment works with. */
export interface EnvironmentChange {
  tx: Transaction;
  environment: Environment;
  /** Appends the event of this change: about the environment, in its context. */
  record: (action: EventAction, data: Record<string, unknown>) => Promise<void>;
}

/**
 * Changes one environment: load and authorise, then the change and its event in one transaction that authorises again.
 * The first check keeps refused calls from queueing for the one writer.
 */
export async function changeEnvironment<T>(
  call: Call,
  permission: string,
  name: string,
  change: (step: EnvironmentChange) => Promise<T>,
): Promise<T> {
  await requireEnvironment(call, permission, name);
  return transaction(call, async (tx, record) => {
    const environment = await requireEnvironment(call, permission, name, tx);
    return change({
      tx,
      environment,
      record: async (action, data) => {
        const context = contextOf(environment);
        await record({ action, subjectKind: 'environment', subjectId: name, ownerId: null, context, data });
      },
    });
  });
}
