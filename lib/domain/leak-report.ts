/** How the log names who reported a leak: the desk does not know them, only their address. */
export const leakReporter = 'a report of a leak';

/** One secret of a person that was reported as leaked, and ended. Never the secret, nor a part of it. */
export interface LeakReport {
  /** The event's number. */
  seq: number;
  kind: 'token' | 'access-token' | 'session';
  /** The description of the token, of then; empty for a session. */
  description: string;
  /** ISO 8601. */
  at: string;
}

/** What an owner is told of leaks that they have not taken note of: the newest first. */
export interface LeakNoticeView {
  reports: readonly LeakReport[];
  /** There are more than these. */
  isMore: boolean;
}
