import type { Person } from '@/lib/domain/person';
import type { Session, SessionEnd } from '@/lib/domain/session';
import { reading } from './client';
import type { Prisma } from './generated/sqlite/client';
import type { Transaction } from './transaction';

const sessionColumns = {
  id: true,
  personId: true,
  kind: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
  endedAt: true,
  address: true,
  userAgent: true,
} as const satisfies Prisma.SessionSelect;

type SessionColumns = Prisma.SessionGetPayload<{ select: typeof sessionColumns }>;

function toSession(row: SessionColumns): Session {
  return { ...row, kind: row.kind === 'api' ? 'api' : 'browser' };
}

/** A session of this person with its owner's state; null for an unknown id or another person's session. */
export async function findSession(
  personId: string,
  sessionId: string,
): Promise<{ session: Session; owner: Pick<Person, 'name' | 'blockedAt'> } | null> {
  const row = await (
    await reading()
  ).session.findFirst({
    where: { id: sessionId, personId },
    select: { ...sessionColumns, person: { select: { name: true, blockedAt: true } } },
  });
  if (row === null) return null;
  const { person, ...session } = row;
  return { session: toSession(session), owner: person };
}

/** The sessions of a person that were not ended, last seen first. */
export async function findOpenSessions(personId: string, now: Date, tx?: Transaction): Promise<Session[]> {
  const rows = await (tx ?? (await reading())).session.findMany({
    where: { personId, endedAt: null, expiresAt: { gt: now } },
    select: sessionColumns,
    orderBy: { lastSeenAt: 'desc' },
  });
  return rows.map(toSession);
}

/** A session of an API's sign-in by the digests of its secret, with its owner's state; null when there is none. */
export async function findSessionByDigest(
  digests: readonly string[],
): Promise<{ session: Session; owner: Pick<Person, 'name' | 'blockedAt'>; digest: string } | null> {
  const row = await (
    await reading()
  ).session.findFirst({
    where: { digest: { in: [...digests] } },
    select: { ...sessionColumns, digest: true, person: { select: { name: true, blockedAt: true } } },
  });
  if (row === null) return null;
  const { person, digest, ...session } = row;
  return { session: toSession(session), owner: person, digest: digest ?? '' };
}

/** `secret` is what the desk keeps of the secret that an API's session is presented by; null in a browser. */
export async function insertSession(
  tx: Transaction,
  session: Omit<Session, 'endedAt' | 'kind'>,
  secret: { digest: string; keyId: string } | null = null,
): Promise<void> {
  const kind = secret === null ? 'browser' : 'api';
  await tx.session.create({ data: { ...session, ...secret, kind } });
}

/** Notes that a session of an API was used and moves its absolute end; false when it has ended. */
export async function prolongSession(
  tx: Transaction,
  personId: string,
  sessionId: string,
  lastSeenAt: Date,
  expiresAt: Date,
): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, personId, kind: 'api', endedAt: null },
    data: { lastSeenAt, expiresAt },
  });
  return count === 1;
}

/** Notes that a session was used; never moves back, never revives an ended one. */
export async function touchSession(
  tx: Transaction,
  personId: string,
  sessionId: string,
  at: Date,
): Promise<void> {
  await tx.session.updateMany({
    where: { id: sessionId, personId, endedAt: null, lastSeenAt: { lt: at } },
    data: { lastSeenAt: at },
  });
}

/** Ends sessions of one person: those in `which`, or all but `except`. Returns the ids that were open until now. */
export async function endSessions(
  tx: Transaction,
  personId: string,
  which: { only: string } | { except: string | null },
  at: Date,
  reason: SessionEnd,
): Promise<string[]> {
  const where: Prisma.SessionWhereInput = {
    personId,
    endedAt: null,
    ...('only' in which ? { id: which.only } : which.except === null ? {} : { id: { not: which.except } }),
  };
  const open = await tx.session.findMany({ where, select: { id: true } });
  await tx.session.updateMany({ where, data: { endedAt: at, endedReason: reason } });
  return open.map((session) => session.id);
}

/** Removes the rows of sessions that could not live any more at `before`; the log keeps what happened. */
export async function removeOldSessions(tx: Transaction, before: Date): Promise<void> {
  await tx.session.deleteMany({ where: { expiresAt: { lt: before } } });
}
