import { findLogFiles } from '@/lib/db/environment-logs';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { listLogsSchema, type LogFile } from '@/lib/domain/platform/environment-log';
import { requireEnvironment } from '@/lib/services/platform/environments/require-environment';

/** The log files of an environment that have lines, by path. */
export async function listLogs(call: Call, input: unknown): Promise<LogFile[]> {
  const { envName } = parseInput(listLogsSchema, input);
  const { id } = await requireEnvironment(call, 'environment.control.GetLogsList', envName);
  return findLogFiles(id);
}
