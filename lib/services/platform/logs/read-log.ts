import { countLogLines, findLogLines } from '@/lib/db/environment-logs';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { readLogSchema } from '@/lib/domain/platform/environment-log';
import { requireEnvironment } from '@/lib/services/platform/environments/require-environment';

/** Lines of a log file, oldest first: from line `from` on, or the last `count`. An empty file has none. */
export async function readLog(call: Call, input: unknown): Promise<{ at: Date; line: string }[]> {
  const { envName, path, from, count } = parseInput(readLogSchema, input);
  const { id } = await requireEnvironment(call, 'environment.control.ReadLog', envName);
  const start = from ?? Math.max(0, (await countLogLines(id, path)) - count);
  return findLogLines(id, path, start, count);
}
