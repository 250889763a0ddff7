import type { SessionKind, SessionLimits } from '@/lib/domain/session';
import { env } from '@/lib/env';

/** How long a session of an API's sign-in lives: a day, from the last time that it was prolonged (04-wire §1). */
const apiSessionHours = 24;

/** How long sessions live in this installation (SES-3). */
export function sessionLimits(): SessionLimits {
  return { idleMinutes: env().sessionIdleMinutes, absoluteHours: env().sessionAbsoluteHours };
}

/** The same by kind: one of an API is not ended by idleness before its day is over. */
export function limitsOf(kind: SessionKind): SessionLimits {
  if (kind === 'browser') return sessionLimits();
  return { idleMinutes: apiSessionHours * 60, absoluteHours: apiSessionHours };
}
