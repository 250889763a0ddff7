import { globalContext, type Context } from '@/lib/domain/context';
import { environmentStatusSchema } from '@/lib/domain/platform/environment';
import type { EnvironmentStatus } from '@/lib/domain/environment-view';
import type { PlatformAction } from '@/lib/domain/platform/action';
import { reading } from './client';
import type { Prisma } from './generated/sqlite/client';

const columns = {
  seq: true,
  at: true,
  action: true,
  outcome: true,
  actorKind: true,
  actorName: true,
  subjectId: true,
  context: true,
  data: true,
} as const satisfies Prisma.EventSelect;

type Row = Prisma.EventGetPayload<{ select: typeof columns }>;

/** An event of the log, as the environments' history reads it. `subjectId` is the environment's name. */
export interface EnvironmentEvent extends PlatformAction {
  isByToken: boolean;
  statusBefore: EnvironmentStatus | null;
  statusAfter: EnvironmentStatus | null;
}

function toEvent(row: Row): EnvironmentEvent {
  const data = JSON.parse(row.data) as Record<string, unknown>;
  const status = (key: string) => environmentStatusSchema.safeParse(data[key]).data ?? null;
  return {
    id: row.seq,
    action: row.action,
    outcome: row.outcome,
    envName: row.subjectId,
    context: row.context ?? globalContext,
    byName: row.actorName,
    at: row.at,
    isByToken: row.actorKind === 'token',
    statusBefore: status('statusBefore'),
    statusAfter: status('statusAfter'),
  };
}

/** The events of these environments from `since` on, oldest first; at most `limit` of the newest. */
export async function findEventsOf(
  names: readonly string[],
  since: Date,
  limit: number,
): Promise<EnvironmentEvent[]> {
  const rows = await (
    await reading()
  ).event.findMany({
    where: { subjectKind: 'environment', subjectId: { in: [...names] }, at: { gte: since } },
    select: columns,
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return rows
    .map(toEvent)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.id - other.id);
}

/** The newest event of each of these environments, by name. */
export async function findLatestEvents(names: readonly string[]): Promise<Map<string, EnvironmentEvent>> {
  const client = await reading();
  const newest = await client.event.groupBy({
    by: ['subjectId'],
    where: { subjectKind: 'environment', subjectId: { in: [...names] } },
    _max: { seq: true },
  });
  const seqs = newest.map((group) => group._max.seq).filter((seq) => seq !== null);
  const rows = await client.event.findMany({ where: { seq: { in: seqs } }, select: columns });
  return new Map(rows.map((row) => [row.subjectId, toEvent(row)]));
}

/** What to search: everything given has to match. */
export interface ActionFilter {
  id?: number | undefined;
  envName?: string | undefined;
  action?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Events about environments in these contexts, newest first; at most `limit`. */
export async function findActions(
  contexts: readonly Context[],
  filter: ActionFilter,
  limit: number,
): Promise<PlatformAction[]> {
  const rows = await (
    await reading()
  ).event.findMany({
    where: {
      subjectKind: 'environment',
      ...(contexts.includes(globalContext) ? {} : { context: { in: [...contexts] } }),
      ...(filter.id === undefined ? {} : { seq: filter.id }),
      ...(filter.envName === undefined ? {} : { subjectId: filter.envName }),
      ...(filter.action === undefined ? {} : { action: filter.action }),
      at: {
        ...(filter.from === undefined ? {} : { gte: filter.from }),
        ...(filter.to === undefined ? {} : { lte: filter.to }),
      },
    },
    select: columns,
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return rows.map(toEvent);
}
