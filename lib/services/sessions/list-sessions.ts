import { findOpenSessions } from '@/lib/db/sessions';
import type { Call } from '@/lib/domain/call';
import { DeskError } from '@/lib/domain/errors';
import { isSessionLive, type Session, type SessionRow } from '@/lib/domain/session';
import { deviceName } from '@/lib/services/audit/device-name';
import { limitsOf } from './session-limits';

/** The person's own live sessions: this one first, then last seen first. */
export async function listSessions(call: Call): Promise<SessionRow[]> {
  const { actor } = call;
  if (actor.kind !== 'person') throw new DeskError('permission_denied', 'Only a person has sessions.');
  const open = await findOpenSessions(actor.personId, call.now);
  const rows = open
    .filter((session) => isSessionLive(session, { blockedAt: null }, limitsOf(session.kind), call.now))
    .map((session) => ({
      id: session.id,
      isCurrent: session.id === actor.sessionId,
      device: deviceOf(session),
      address: session.address,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
    }));
  return rows.sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}

function deviceOf({ kind, userAgent }: Session): string {
  if (kind === 'browser') return deviceName(userAgent);
  return userAgent === '' ? 'API client' : `API client (${deviceName(userAgent)})`;
}
