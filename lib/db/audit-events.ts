import type { DeskEvent, EventAction, EventOutcome } from '@/lib/domain/event';
import { reading } from './client';
import { toEvent } from './events';
import type { Event, Prisma } from './generated/sqlite/client';

/** What of the log is looked for; null where nothing is asked. Everything given has to match. */
export interface EventSearch {
  /** Whoever acted, or whose desk it concerned. */
  personId: string | null;
  /** What was done to one of these tokens, or what one of them did. */
  tokens: readonly { id: string; ownerId: string }[] | null;
  actions: readonly EventAction[] | null;
  outcome: EventOutcome | null;
  address: string | null;
  /** Only events in which this person, or the desk itself, acted. */
  doneBy: string | null;
  /** Inclusive. */
  since: Date | null;
  /** Exclusive. */
  until: Date | null;
}

/** Where to begin and which way to go. `beyond` is an event's number, exclusive; null: from the end of the log. */
export interface ReadingOrder {
  order: 'newest' | 'oldest';
  beyond: number | null;
}

type Where = Prisma.EventWhereInput;

/**
 * The events that are looked for, one after the other in the order of their numbers. SQLite can follow one index in that
 * order, but not the union of several; so each part of the union is read by itself, `partSize` rows at a time, and the
 * parts are merged here. However many events there are, no more than that is held at once.
 */
export async function* readEvents(
  search: EventSearch,
  { order, beyond }: ReadingOrder,
  partSize: number,
): AsyncGenerator<DeskEvent, void, void> {
  const span = await spanOf(search);
  const parts = unionOf(search).map((where) => new Part({ AND: [where, span] }, order, beyond, partSize));
  for (;;) {
    let next: Event | null = null;
    for (const part of parts) {
      if (part.isEmpty) await part.fill();
      const { head } = part;
      if (head !== null && (next === null || isBefore(head, next, order))) next = head;
    }
    if (next === null) return;
    for (const part of parts) part.dropIf(next.seq);
    yield toEvent(next);
  }
}

function isBefore(one: Event, other: Event, order: ReadingOrder['order']): boolean {
  return order === 'newest' ? one.seq > other.seq : one.seq < other.seq;
}

/** How many events are looked for; stops counting at `most`. */
export async function countEvents(search: EventSearch, most: number): Promise<number> {
  const parts = unionOf(search);
  if (parts.length === 0) return 0;
  const where = { AND: [{ OR: parts }, await spanOf(search)] };
  return (await reading()).event.count({ where, take: most });
}

/**
 * The search as a union: each part of it has its own index in which it stands in order of the numbers. What of the search
 * does not choose the index narrows every part. An outcome alone has none.
 */
function unionOf(search: EventSearch): Where[] {
  const { personId, tokens, actions, address, outcome, doneBy } = search;
  const person: Where[] = personId === null ? [] : [{ ownerId: personId }, { actorPersonId: personId }];
  const rest: Where[] = [];
  if (outcome !== null) rest.push({ outcome });
  if (doneBy !== null) rest.push({ OR: [{ actorPersonId: doneBy }, { actorKind: 'system' }] });
  const narrowed = (parts: Where[], ...others: Where[]) =>
    parts.map((part) => (others.length + rest.length === 0 ? part : { AND: [part, ...others, ...rest] }));
  const byPerson = person.length === 0 ? [] : [{ OR: person }];
  const byAction = actions === null ? [] : [{ action: { in: [...actions] } }];
  const byAddress = address === null ? [] : [{ address }];
  if (tokens !== null) return narrowed(tokens.flatMap(partsOfToken), ...byPerson, ...byAction, ...byAddress);
  if (address !== null) return narrowed(byAddress, ...byPerson, ...byAction);
  if (personId !== null) return narrowed(person, ...byAction);
  if (actions !== null) return narrowed(actions.map((action) => ({ action })));
  return narrowed([{}]);
}

/** A token's deeds are its owner's too, which is what they are indexed by. */
function partsOfToken({ id, ownerId }: { id: string; ownerId: string }): Where[] {
  return [
    { subjectKind: 'token', subjectId: id },
    { actorPersonId: ownerId, actorTokenId: id },
  ];
}

/**
 * The time as numbers: they rise as the clock does, but not exactly, for what is written behind its request keeps the
 * request's time. The bounds lead into any index; the time itself is compared as well.
 */
async function spanOf({ since, until }: EventSearch): Promise<Where> {
  if (since === null && until === null) return {};
  const at = { ...(since === null ? {} : { gte: since }), ...(until === null ? {} : { lt: until }) };
  const client = await reading();
  const { _min, _max } = await client.event.aggregate({
    where: { at },
    _min: { seq: true },
    _max: { seq: true },
  });
  return { at, seq: { gte: _min.seq ?? 0, lte: _max.seq ?? 0 } };
}

/** One part of the union, as far as it was read. */
class Part {
  private waiting: Event[] = [];
  private at = 0;
  private isRead = false;

  constructor(
    private readonly where: Where,
    private readonly order: ReadingOrder['order'],
    private beyond: number | null,
    private readonly size: number,
  ) {}

  get head(): Event | null {
    return this.waiting[this.at] ?? null;
  }

  get isEmpty(): boolean {
    return this.head === null && !this.isRead;
  }

  async fill(): Promise<void> {
    const isNewest = this.order === 'newest';
    const cursor = this.beyond === null ? {} : { seq: isNewest ? { lt: this.beyond } : { gt: this.beyond } };
    this.waiting = await (
      await reading()
    ).event.findMany({
      where: { AND: [this.where, cursor] },
      orderBy: { seq: isNewest ? 'desc' : 'asc' },
      take: this.size,
    });
    this.at = 0;
    this.isRead = this.waiting.length < this.size;
    this.beyond = this.waiting.at(-1)?.seq ?? this.beyond;
  }

  dropIf(seq: number): void {
    if (this.head?.seq === seq) this.at += 1;
  }
}
