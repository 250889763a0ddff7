import type { Person } from './person';

/** In a browser, by a cookie; or of an API's sign-in, by a secret. */
export type SessionKind = 'browser' | 'api';

/** A session as it is checked on each request. `id` is what the cookie carries, sealed. */
export interface Session {
  id: string;
  personId: string;
  kind: SessionKind;
  createdAt: Date;
  /** Touched at most once a minute. */
  lastSeenAt: Date;
  /** The absolute end. */
  expiresAt: Date;
  endedAt: Date | null;
  address: string;
  userAgent: string;
}

/** Why a session ended, for the log and the list. */
export type SessionEnd =
  | 'signed-out'
  | 'ended-by-owner'
  | 'password-changed'
  | 'person-blocked'
  | 'person-removed'
  | 'rotated'
  | 'reported';

/** How long sessions live. */
export interface SessionLimits {
  idleMinutes: number;
  absoluteHours: number;
}

/** True when the row still admits its person: not ended, not idle too long, not past its absolute end, owner not blocked. */
export function isSessionLive(
  session: Pick<Session, 'lastSeenAt' | 'expiresAt' | 'endedAt'>,
  owner: Pick<Person, 'blockedAt'>,
  limits: Pick<SessionLimits, 'idleMinutes'>,
  now: Date,
): boolean {
  if (session.endedAt !== null || owner.blockedAt !== null) return false;
  if (now.getTime() >= session.expiresAt.getTime()) return false;
  return now.getTime() < session.lastSeenAt.getTime() + limits.idleMinutes * 60_000;
}

/** One line of the Sessions list. Dates are ISO 8601 in UTC. */
export interface SessionRow {
  id: string;
  isCurrent: boolean;
  /** The browser and system, such as `Firefox on Windows`; `API client (curl)` for a session of an API. */
  device: string;
  address: string;
  createdAt: string;
  lastSeenAt: string;
}
