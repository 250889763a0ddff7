import type { TokenRow } from './token-view';

/** A line of All tokens: the token with whom it acts for. Never more of the secret than its hint. */
export interface OwnedTokenRow extends TokenRow {
  owner: { id: string; name: string; email: string; isBlocked: boolean };
}

/** One part of All tokens. `next` is where the following part begins; null at the end. */
export interface AllTokensView {
  rows: readonly OwnedTokenRow[];
  found: number;
  total: number;
  owners: number;
  next: number | null;
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

/** One part of the audit log, newest first. `next` is the `before` of the following part; null at the end. */
export interface AuditView {
  rows: readonly AuditRow[];
  next: number | null;
}

/** Someone the audit log can be narrowed to. */
export interface AuditPerson {
  id: string;
  name: string;
}
