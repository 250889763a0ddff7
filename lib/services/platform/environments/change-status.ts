import { appendLogLine } from '@/lib/db/environment-logs';
import { updateEnvironment } from '@/lib/db/environments';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { Environment } from '@/lib/domain/platform/environment';
import { runLog } from '@/lib/domain/platform/environment-log';
import type { StatusChange } from '@/lib/domain/platform/environment-status';
import { changeEnvironment } from './change-environment';

/** Brings an environment from one status to another, where that is possible. Throws wrong_state, naming its status, where not. */
export async function changeStatus(call: Call, name: string, change: StatusChange): Promise<Environment> {
  return changeEnvironment(call, change.permission, name, async ({ tx, environment, record }) => {
    const { id, status } = environment;
    if (!change.from.includes(status)) {
      throw new DeskError('wrong_state', `The environment ${name} is ${status}.`, { state: status });
    }
    await updateEnvironment(tx, id, { status: change.to, changedAt: call.now });
    await appendLogLine(tx, id, {
      path: runLog,
      at: call.now,
      line: `${change.line} By ${call.actor.name}.`,
    });
    await record(change.action, { statusBefore: status, statusAfter: change.to });
    return { ...environment, status: change.to, changedAt: call.now };
  });
}
