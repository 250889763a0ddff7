import { findEventsOf } from '@/lib/db/environment-events';
import type { Call } from '@/lib/domain/call';
import { parseInput } from '@/lib/domain/parse-input';
import { sumStatSchema } from '@/lib/domain/platform/environment';
import { statusHistory } from '@/lib/domain/platform/environment-status';
import { requireEnvironment } from './require-environment';
import { marksOf, maxMarks } from './status-marks';

/** For how many seconds of the last `duration` seconds an environment was in each status; seconds before it existed are in none. */
export async function readSumStat(
  call: Call,
  input: unknown,
): Promise<{ runningSeconds: number; sleepingSeconds: number; stoppedSeconds: number }> {
  const { envName, duration } = parseInput(sumStatSchema, input);
  const environment = await requireEnvironment(call, 'environment.control.GetSumStat', envName);
  const { status, createdAt } = environment;
  const since = new Date(call.now.getTime() - duration * 1_000);
  const marks = marksOf(await findEventsOf([envName], since, maxMarks));
  const seconds = { running: 0, stopped: 0, sleeping: 0 };
  for (const stretch of statusHistory(marks, status, since, createdAt, call.now)) {
    seconds[stretch.status] += Math.round((stretch.to.getTime() - stretch.from.getTime()) / 1_000);
  }
  return {
    runningSeconds: seconds.running,
    sleepingSeconds: seconds.sleeping,
    stoppedSeconds: seconds.stopped,
  };
}
