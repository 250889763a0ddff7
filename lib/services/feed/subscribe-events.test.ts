import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findEvents, latestEventSeq } from '@/lib/db/events';
import { transaction } from '@/lib/db/transaction';
import type { EventDraft } from '@/lib/domain/event';
import { blockPerson } from '@/lib/services/people/block-person';
import { changeRoles } from '@/lib/services/people/change-roles';
import { endSession } from '@/lib/services/sessions/end-session';
import { noteUse } from '@/lib/services/tokens/note-use';
import { flushUses } from '@/lib/services/tokens/write-behind';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { tokenFixture } from '@/tests/support/tokens';
import { subscribeEvents, type FeedItem, type FeedOptions } from './subscribe-events';

let administrator: PersonFixture;
let viewer: PersonFixture;
let stranger: PersonFixture;

beforeAll(async () => {
  for (const key of ['shop', 'blog']) await createProjectFixture(key);
  administrator = await createPersonFixture({
    name: 'Ada Kern',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  viewer = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'viewer', context: 'project:shop' }],
  });
  stranger = await createPersonFixture({ name: 'Ivo Stein', roles: [] });
});

const leaving: AbortController[] = [];
afterEach(() => {
  for (const controller of leaving.splice(0)) controller.abort();
});

/** A reader of the feed: `next` gives the next item that is not a beat, or null at the end. */
async function read(person: PersonFixture, options: Partial<FeedOptions> = {}) {
  const controller = new AbortController();
  leaving.push(controller);
  const items = subscribeEvents(person.call(), {
    after: await latestEventSeq(),
    signal: controller.signal,
    checkMilliseconds: 50,
    ...options,
  });
  const next = async (): Promise<FeedItem | null> => {
    for (;;) {
      const result = await items.next();
      if (result.done === true) return null;
      if (result.value.kind !== 'beat') return result.value;
    }
  };
  await items.next();
  return { next, abort: () => controller.abort() };
}

/** Writes environment events into the log, in one transaction each. */
async function happen(context: string, ...names: string[]): Promise<void> {
  for (const subjectId of names) {
    const draft: EventDraft = {
      action: 'environment.stopped',
      subjectKind: 'environment',
      subjectId,
      ownerId: null,
      context,
    };
    await transaction(systemCall(), (_tx, record) => record(draft));
  }
}

const subjectOf = (item: FeedItem | null) => (item?.kind === 'change' ? item.change.subjectId : item?.kind);

describe('subscribeEvents', () => {
  it('AZ-1 what moves into sight is heard of, and what moves elsewhere is not', async () => {
    const feed = await read(viewer);
    const move = (subjectId: string, before: string, after: string) =>
      transaction(systemCall(), (_tx, record) =>
        record({
          action: 'environment.moved',
          subjectKind: 'environment',
          subjectId,
          ownerId: null,
          context: before,
          data: { before, after },
        }),
      );
    await move('stays-away', 'project:blog', 'project:else');
    await move('comes-in', 'project:blog', 'project:shop');
    expect(await feed.next()).toMatchObject({ change: { subjectId: 'comes-in' } });
  });

  it('AZ-1 shows a person their own desk and the contexts they may see, and nothing else', async () => {
    const feed = await read(viewer);
    await tokenFixture(stranger);
    await happen('project:blog', 'hidden');
    await happen('project:shop', 'shown');
    const { token } = await tokenFixture(viewer);
    expect(subjectOf(await feed.next())).toBe('shown');
    expect(await feed.next()).toMatchObject({
      change: { action: 'token.generated', subjectId: token.id, actorName: 'Vera Blum' },
    });
  });

  it('tells an owner of uses of their tokens, and nobody else', async () => {
    const { token } = await tokenFixture(viewer);
    const [mine, other] = [await read(viewer), await read(administrator)];
    noteUse(token.id, viewer.person.id, {
      at: new Date('2026-11-22T12:00:00Z'),
      address: '192.0.2.7',
      userAgent: 'curl',
    });
    await flushUses();
    expect(await mine.next()).toMatchObject({ kind: 'change', change: { action: 'token.first-used' } });
    expect(await mine.next()).toEqual({
      kind: 'use',
      use: { tokenId: token.id, at: '2026-11-22T12:00:00.000Z', address: '192.0.2.7', userAgent: 'curl' },
    });
    await happen('project:shop', 'after');
    expect(subjectOf(await other.next())).toBe('after');
  });

  it('resumes after the number it is given, each event once, while more happen', async () => {
    const from = await latestEventSeq();
    await happen('project:shop', 'e1', 'e2');
    const feed = await read(viewer, { after: from });
    const happening = happen('project:shop', ...Array.from({ length: 20 }, (_, index) => `live${index}`));
    const seen: (string | undefined)[] = [];
    while (seen.length < 22) seen.push(subjectOf(await feed.next()));
    await happening;
    expect(seen).toEqual(['e1', 'e2', ...Array.from({ length: 20 }, (_, index) => `live${index}`)]);
  });

  it('gives a page that was just drawn what happened while it was drawn', async () => {
    await happen('project:shop', 'just-now');
    const feed = await read(viewer, { after: null });
    const seen: (string | undefined)[] = [];
    while (!seen.includes('just-now')) seen.push(subjectOf(await feed.next()));
    expect(seen.at(-1)).toBe('just-now');
  });

  it('sends a reader that missed too much, or is too slow, to read again, and goes on from there', async () => {
    const from = await latestEventSeq();
    await happen('project:shop', 'a', 'b', 'c', 'd');
    const feed = await read(viewer, { after: from, maxMissed: 3 });
    expect(await feed.next()).toEqual({ kind: 'resync', seq: await latestEventSeq() });
    await happen('project:shop', 'e', 'f', 'g', 'h', 'i');
    expect(await feed.next()).toEqual({ kind: 'resync', seq: await latestEventSeq() });
    await happen('project:shop', 'j');
    expect(subjectOf(await feed.next())).toBe('j');
  });

  it('a role that is taken away hides its context from the next event on', async () => {
    const person = await createPersonFixture({
      name: 'Rolf Wied',
      roles: [{ role: 'viewer', context: 'project:shop' }],
    });
    const feed = await read(person);
    await happen('project:shop', 'before');
    expect(subjectOf(await feed.next())).toBe('before');
    await changeRoles(administrator.call(), {
      personId: person.person.id,
      version: person.person.version,
      roles: [{ role: 'viewer', context: 'project:blog' }],
      proof: { password: administrator.password },
    });
    await happen('project:shop', 'after');
    await happen('project:blog', 'elsewhere');
    expect(await feed.next()).toMatchObject({ change: { action: 'person.roles-changed' } });
    expect(subjectOf(await feed.next())).toBe('elsewhere');
  });

  it('AZ-7 ends when its person is blocked, and when its session is ended', async () => {
    const person = await createPersonFixture({ name: 'Bert Lock', roles: [] });
    const ended = await read(person, { checkMilliseconds: 60_000 });
    await endSession(person.call(), { sessionId: person.sessionId, proof: { password: person.password } });
    expect(await ended.next()).toBeNull();
    const other = await createPersonFixture({ name: 'Bea Lock', roles: [] });
    const blocked = await read(other, { checkMilliseconds: 60_000 });
    const { id: personId, version } = other.person;
    await blockPerson(administrator.call(), {
      personId,
      version,
      proof: { password: administrator.password },
    });
    expect(await blocked.next()).toBeNull();
  });

  it('AZ-7 notices a session that ended without an event, by looking again', async () => {
    const person = await createPersonFixture({ name: 'Ida Roth', roles: [] });
    const feed = await read(person);
    const { endSessions } = await import('@/lib/db/sessions');
    await transaction(systemCall(), (tx) =>
      endSessions(tx, person.person.id, { except: null }, new Date(), 'rotated'),
    );
    expect(await feed.next()).toBeNull();
  });

  it('ends at once when the reader goes away, and beats while nothing happens', async () => {
    const feed = await read(viewer);
    const waiting = feed.next();
    feed.abort();
    expect(await waiting).toBeNull();
    const controller = new AbortController();
    const items = subscribeEvents(viewer.call(), {
      after: await latestEventSeq(),
      signal: controller.signal,
      beatMilliseconds: 20,
    });
    const seq = await latestEventSeq();
    expect((await items.next()).value).toEqual({ kind: 'beat', seq });
    expect((await items.next()).value).toEqual({ kind: 'beat', seq });
    controller.abort();
  });

  it('is for people alone', async () => {
    const items = subscribeEvents(systemCall(), { after: 0, signal: new AbortController().signal });
    await expect(items.next()).rejects.toMatchObject({ code: 'permission_denied' });
    expect(await findEvents({ after: 0 }, 1, 'oldest')).toHaveLength(1);
  });
});
