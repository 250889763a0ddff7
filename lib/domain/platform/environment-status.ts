import type { EventAction } from '@/lib/domain/event';
import type { EnvironmentStatus } from '@/lib/domain/environment-view';

/** A change of status: from which ones it is possible, and where it leads. */
export interface StatusChange {
  action: EventAction;
  /** `environment.control.<operation>`. */
  permission: string;
  from: readonly EnvironmentStatus[];
  to: EnvironmentStatus;
  /** What the log of the environment says. */
  line: string;
}

export const statusChanges = {
  start: {
    action: 'environment.started',
    permission: 'environment.control.StartEnv',
    from: ['stopped', 'sleeping'],
    to: 'running',
    line: 'Started.',
  },
  stop: {
    action: 'environment.stopped',
    permission: 'environment.control.StopEnv',
    from: ['running', 'sleeping'],
    to: 'stopped',
    line: 'Stopped.',
  },
  sleep: {
    action: 'environment.put-to-sleep',
    permission: 'environment.control.SleepEnv',
    from: ['running'],
    to: 'sleeping',
    line: 'Put to sleep.',
  },
  restart: {
    action: 'environment.restarted',
    permission: 'environment.control.RestartNodes',
    from: ['running'],
    to: 'running',
    line: 'Nodes restarted.',
  },
} as const satisfies Record<string, StatusChange>;

/** One event as the history reads it: when, and the status after it (null when it left the status alone). */
export interface StatusMark {
  at: Date;
  before: EnvironmentStatus | null;
  after: EnvironmentStatus | null;
}

export interface StatusStretch {
  from: Date;
  to: Date;
  status: EnvironmentStatus;
}

/**
 * The stretches of status from `since` (or the creation, when later) until now, oldest first and without gaps. `marks` are
 * the events in that time in rising order; the first one tells what stood before it.
 */
export function statusHistory(
  marks: readonly StatusMark[],
  current: EnvironmentStatus,
  since: Date,
  createdAt: Date,
  now: Date,
): StatusStretch[] {
  let from = since > createdAt ? since : createdAt;
  const changes = marks.filter((mark) => mark.after !== null && mark.at >= from);
  let status = changes.find((mark) => mark.before !== null)?.before ?? current;
  const stretches: StatusStretch[] = [];
  for (const mark of changes) {
    if (mark.after === null || mark.after === status) continue;
    if (mark.at > from) stretches.push({ from, to: mark.at, status });
    from = mark.at;
    status = mark.after;
  }
  if (now > from || stretches.length === 0) stretches.push({ from, to: now, status });
  return stretches;
}
