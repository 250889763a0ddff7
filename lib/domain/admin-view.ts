import type { TokenRow } from './token-view';

/** A line of All tokens: the token with whom it acts for. Never more of the secret than its hint. */
export interface OwnedTokenRow extends TokenRow {
  owner: { id: string; name: string; email: string; isBlocked: boolean };
}

/** One part of All tokens. */
export interface AllTokensView {
  rows: readonly OwnedTokenRow[];
  /** How many match, of how many there are. */
  found: number;
  total: number;
  /** Everyone who owns one, by name. */
  owners: readonly { id: string; name: string }[];
  /** The cursor of the following part; null at the end. */
  next: string | null;
}

/** One line of the audit log, in words and with every field that the log keeps (AUD-4). Dates are ISO 8601 in UTC. */
export interface AuditRow {
  seq: number;
  at: string;
  action: string;
  outcome: 'done' | 'refused';
  actor: { kind: 'person' | 'token' | 'system'; name: string };
  /** What it was done to, by its name of then. */
  subject: string;
  subjectKind: string;
  subjectId: string;
  context: string | null;
  via: string;
  requestId: string;
  sessionId: string | null;
  address: string | null;
  device: string | null;
  data: Record<string, unknown>;
}

/** One part of the audit log, newest first. */
export interface AuditView {
  rows: readonly AuditRow[];
  /** The `after` of the part above; null at the newest event. */
  newer: number | null;
  /** The `before` of the part below; null at the oldest event. */
  older: number | null;
  /** How many events there are like that; counted no further than an export goes. */
  found: number;
  /** There are more than that. */
  isMore: boolean;
  /** Which tokens the log was narrowed to, by name or id; null where it was not. */
  tokens: AuditTokens | null;
}

/** The tokens that a text means. `isCut`: there are more of that name, which the log leaves out. */
export interface AuditTokens {
  found: number;
  removed: number;
  isCut: boolean;
}

/** Someone the audit log can be narrowed to. */
export interface AuditPerson {
  id: string;
  name: string;
}
