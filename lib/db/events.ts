import { setImmediate } from 'node:timers/promises';
import type { Call } from '@/lib/domain/call';
import { eventActionSchema, type DeskEvent, type EventDraft } from '@/lib/domain/event';
import { reading } from './client';
import type { Event, Prisma } from './generated/sqlite/client';

/** A row as the domain knows it. */
export function toEvent(row: Event): DeskEvent {
  const actorKind = row.actorKind === 'person' || row.actorKind === 'token' ? row.actorKind : 'system';
  return {
    seq: row.seq,
    at: row.at,
    action: eventActionSchema.parse(row.action),
    outcome: row.outcome === 'refused' ? 'refused' : 'done',
    actor: { kind: actorKind, personId: row.actorPersonId, tokenId: row.actorTokenId, name: row.actorName },
    sessionId: row.sessionId,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    ownerId: row.ownerId,
    context: row.context,
    via: row.via,
    requestId: row.requestId,
    address: row.address,
    userAgent: row.userAgent,
    data: JSON.parse(row.data) as Record<string, unknown>,
  };
}

/** So many rows in one statement; other requests are answered between two. */
const rowsAtOnce = 500;

/** Appends events, in order. Only transaction.ts calls it, so that they stand in the transaction of their change. */
export async function appendEvents(
  tx: Prisma.TransactionClient,
  call: Call,
  drafts: readonly EventDraft[],
): Promise<DeskEvent[]> {
  const events: DeskEvent[] = [];
  for (let start = 0; start < drafts.length; start += rowsAtOnce) {
    if (start > 0) await setImmediate();
    const data = drafts.slice(start, start + rowsAtOnce).map((draft) => toRow(call, draft));
    const rows = await tx.event.createManyAndReturn({ data });
    events.push(...rows.sort((one, other) => one.seq - other.seq).map(toEvent));
  }
  return events;
}

function toRow(call: Call, draft: EventDraft): Prisma.EventCreateManyInput {
  const { actor } = call;
  return {
    at: call.now,
    action: draft.action,
    outcome: draft.outcome ?? 'done',
    actorKind: actor.kind,
    actorPersonId: actor.kind === 'system' ? null : actor.personId,
    actorTokenId: actor.kind === 'token' ? actor.tokenId : null,
    actorName: actor.name,
    sessionId: actor.kind === 'person' ? actor.sessionId : null,
    subjectKind: draft.subjectKind,
    subjectId: draft.subjectId,
    ownerId: draft.ownerId,
    context: draft.context ?? null,
    via: call.via,
    requestId: call.requestId,
    address: call.address,
    userAgent: call.userAgent,
    data: JSON.stringify(draft.data ?? {}),
  };
}

/** What to read of the log. `after` and `before` are event numbers, exclusive. */
export interface EventFilter {
  ownerId?: string;
  /** Whoever acted or whose desk it concerned. */
  personId?: string;
  subjectKind?: string;
  subjectIds?: readonly string[];
  actions?: readonly string[];
  after?: number;
  before?: number;
  since?: Date;
  /** Exclusive. */
  until?: Date;
  /** Whoever acted, oneself or by a token. */
  actorPersonId?: string;
}

/** Events matching the filter: newest first with `newest`, else in rising order; at most `limit`. */
export async function findEvents(
  filter: EventFilter,
  limit: number,
  order: 'newest' | 'oldest',
): Promise<DeskEvent[]> {
  const client = await reading();
  const rows = await client.event.findMany({
    where: {
      ...(filter.ownerId === undefined ? {} : { ownerId: filter.ownerId }),
      ...(filter.personId === undefined
        ? {}
        : { OR: [{ ownerId: filter.personId }, { actorPersonId: filter.personId }] }),
      ...(filter.subjectKind === undefined ? {} : { subjectKind: filter.subjectKind }),
      ...(filter.subjectIds === undefined ? {} : { subjectId: { in: [...filter.subjectIds] } }),
      ...(filter.actions === undefined ? {} : { action: { in: [...filter.actions] } }),
      ...(filter.actorPersonId === undefined ? {} : { actorPersonId: filter.actorPersonId }),
      at: {
        ...(filter.since === undefined ? {} : { gte: filter.since }),
        ...(filter.until === undefined ? {} : { lt: filter.until }),
      },
      seq: {
        ...(filter.after === undefined ? {} : { gt: filter.after }),
        ...(filter.before === undefined ? {} : { lt: filter.before }),
      },
    },
    orderBy: { seq: order === 'newest' ? 'desc' : 'asc' },
    take: limit,
  });
  return rows.map(toEvent);
}

/** The number of the newest event; 0 when there is none. */
export async function latestEventSeq(): Promise<number> {
  const client = await reading();
  // Not an aggregate: Prisma's would read every row.
  const newest = await client.event.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } });
  return newest?.seq ?? 0;
}
