import { randomId } from '@/lib/crypto/random-id';
import { appendLogLine } from '@/lib/db/environment-logs';
import { countEnvironments, insertEnvironment, isEnvironmentNameTaken } from '@/lib/db/environments';
import type { RecordEvent, Transaction } from '@/lib/db/transaction';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import type { EventAction } from '@/lib/domain/event';
import { contextOf, maxEnvironmentsInProject, type Environment } from '@/lib/domain/platform/environment';
import { runLog } from '@/lib/domain/platform/environment-log';
import { ownerIdOf } from '@/lib/services/platform/owner-id-of';

/** What a new environment is made of; the rest follows from the call. */
export type NewEnvironment = Pick<
  Environment,
  'name' | 'displayName' | 'projectKey' | 'status' | 'template' | 'nodeCount'
>;

/**
 * The common end of create, clone and install: name free, room in the project, row, log line, event.
 * `field` is the parameter that a taken name is told of. Throws conflict.
 */
export async function insertNewEnvironment(
  call: Call,
  tx: Transaction,
  record: RecordEvent,
  draft: NewEnvironment,
  origin: { action: EventAction; field: string; line: string; data: Record<string, unknown> },
): Promise<Environment> {
  if (await isEnvironmentNameTaken(tx, draft.name)) {
    const message = `The name ${draft.name} is taken.`;
    throw new DeskError('conflict', message, { issues: [{ path: origin.field, message }] });
  }
  if ((await countEnvironments(tx, draft.projectKey)) >= maxEnvironmentsInProject) {
    throw new DeskError('conflict', `A project holds at most ${maxEnvironmentsInProject} environments.`);
  }
  const environment = {
    id: randomId(),
    ...draft,
    ownerId: ownerIdOf(call),
    createdAt: call.now,
    changedAt: call.now,
  };
  await insertEnvironment(tx, environment);
  await appendLogLine(tx, environment.id, {
    path: runLog,
    at: call.now,
    line: `${origin.line} By ${call.actor.name}.`,
  });
  await record({
    action: origin.action,
    subjectKind: 'environment',
    subjectId: draft.name,
    ownerId: null,
    context: contextOf(draft),
    data: { ...origin.data, statusBefore: null, statusAfter: draft.status },
  });
  return environment;
}
