import { deleteLogLines } from '@/lib/db/environment-logs';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { parseInput } from '@/lib/domain/parse-input';
import { clearLogSchema } from '@/lib/domain/platform/environment-log';
import { changeEnvironment } from '@/lib/services/platform/environments/change-environment';

/** Empties a log file. Throws not_found when there is none of that path, or it has no lines. */
export async function clearLog(call: Call, input: unknown): Promise<void> {
  const { envName, path } = parseInput(clearLogSchema, input);
  await changeEnvironment(
    call,
    'environment.control.ClearLog',
    envName,
    async ({ tx, environment, record }) => {
      const lineCount = await deleteLogLines(tx, environment.id, path);
      if (lineCount === 0)
        throw new DeskError('not_found', `There is no log ${path}.`, {
          subject: { kind: 'log', name: path },
        });
      await record('environment.changed', { what: 'log', cleared: path, lineCount });
    },
  );
}
