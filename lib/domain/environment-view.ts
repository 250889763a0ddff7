export const environmentStatuses = ['running', 'stopped', 'sleeping'] as const;
export type EnvironmentStatus = (typeof environmentStatuses)[number];

/** A stretch of time in one status. Instants are ISO 8601. */
export interface StatusSpan {
  from: string;
  to: string;
  status: EnvironmentStatus;
}

/** One line of the Environments page. Instants are ISO 8601 in UTC. */
export interface EnvironmentRow {
  name: string;
  displayName: string;
  projectKey: string;
  /** `project:<key>`. */
  context: string;
  status: EnvironmentStatus;
  nodeCount: number;
  /** The marketplace template it was made from. */
  template: string;
  changedAt: string;
  /** The last 24 hours, oldest first, without gaps since its creation; derived from the event log. */
  history: readonly StatusSpan[];
  /** The newest event about it: `Stopped` by a person, a token (`byToken`) or the system. */
  lastChange: { verb: string; by: string; byToken: boolean; at: string } | null;
  /** What the person who looks may do to it now; the verb checks again. */
  mayStart: boolean;
  mayStop: boolean;
  /** Where it answers. */
  url: string;
}
