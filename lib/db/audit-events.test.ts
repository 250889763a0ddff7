import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { eventsFixture } from '@/tests/support/events';
import { countEvents, readEvents, type EventSearch } from './audit-events';
import { databaseFile } from './client';

const everything: EventSearch = {
  personId: null,
  tokens: null,
  actions: null,
  outcome: null,
  address: null,
  doneBy: null,
  since: null,
  until: null,
};

const person = 'person-1';
const token = { id: 'token-000000000000001', ownerId: person };

/** 100,000 events, one a minute, of 500 people with 5,000 tokens; what is looked for is rare and far from both ends. */
beforeAll(async () => {
  await eventsFixture([{ subjectId: token.id, ownerId: person }]);
  const database = new Database(path.resolve(databaseFile()));
  database.exec(`
    WITH RECURSIVE n(value) AS (SELECT 2 UNION ALL SELECT value + 1 FROM n WHERE value < 100000)
    INSERT INTO Event (seq, at, action, outcome, actorKind, actorPersonId, actorTokenId, actorName, subjectKind, subjectId,
      ownerId, via, requestId, address, userAgent, data)
    SELECT value, strftime('%Y-%m-%dT%H:%M:%S', '2026-01-01', '+' || value || ' minutes') || '.000+00:00',
      CASE value % 1000 WHEN 7 THEN 'token.removed' WHEN 8 THEN 'role.changed' ELSE 'environment.started' END,
      CASE value % 5000 WHEN 9 THEN 'refused' ELSE 'done' END,
      'token', 'person-' || (value % 500), printf('token-%015d', value % 5000), 'somebody',
      CASE value % 7 WHEN 1 THEN 'token' ELSE 'environment' END,
      CASE value % 7 WHEN 1 THEN printf('token-%015d', value % 5000) ELSE 'env-' || (value % 90) END,
      'person-' || (value % 499), 'header', 'request', '10.0.' || (value % 50) || '.' || (value % 200), 'curl/8.1', '{}'
    FROM n`);
  database.close();
});

/** What `work` asks SQLite about events, and how SQLite goes about it. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const prepare = Reflect.get(Database.prototype, 'prepare');
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (
    this: Database.Database,
    sql: string,
  ) {
    asked.push(sql);
    return Reflect.apply(prepare, this, [sql]);
  });
  await work();
  spy.mockRestore();
  const database = new Database(path.resolve(databaseFile()), { readonly: true });
  const plans = asked
    .filter((sql) => sql.includes('Event'))
    .flatMap((sql) => {
      const values = Array.from({ length: sql.split('?').length - 1 }, () => 1);
      return database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    });
  database.close();
  return plans.map(({ detail }) => detail);
}

async function first(search: EventSearch): Promise<number> {
  let count = 0;
  for await (const _ of readEvents(search, { order: 'newest', beyond: null }, 51)) {
    count += 1;
    if (count >= 51) break;
  }
  return count;
}

const since = new Date('2026-02-01T00:00:00Z');
const until = new Date('2026-02-02T00:00:00Z');

describe('of 100,000 events', () => {
  const searches: [string, Partial<EventSearch>][] = [
    ['the newest', {}],
    ['a person’s', { personId: person }],
    ['a token’s', { tokens: [token] }],
    ['one action', { actions: ['token.removed'] }],
    ['a group of actions', { actions: ['token.removed', 'role.changed', 'token.refused'] }],
    ['an address', { address: '10.0.7.7' }],
    ['a day', { since, until }],
    ['a person’s, of an action, on a day', { personId: person, actions: ['token.removed'], since, until }],
    [
      'an address, a person and what was refused',
      { address: '10.0.7.7', personId: person, outcome: 'refused' },
    ],
    ['one’s own from an address', { personId: person, address: '10.0.7.7', doneBy: person }],
  ];
  for (const [what, part] of searches) {
    it(`${what} are found by an index and read in its order, not sorted`, async () => {
      const search = { ...everything, ...part };
      const reading = await plansOf(() => first(search));
      expect(reading.length).toBeGreaterThan(0);
      expect(reading.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
      const counting = await plansOf(() => countEvents(search, 100_001));
      const scans = [...reading, ...counting].filter((detail) => detail.startsWith('SCAN main.Event'));
      // The whole log is read from its end, and counted as a whole.
      expect(scans.length).toBe(Object.keys(part).length === 0 ? 2 : 0);
    });
  }

  it('the parts are merged: every event comes once, in order', async () => {
    const seqs: number[] = [];
    const search = { ...everything, personId: person, since };
    for await (const { seq } of readEvents(search, { order: 'oldest', beyond: null }, 50)) seqs.push(seq);
    expect(seqs.length).toBe(await countEvents(search, 100_001));
    expect(seqs).toEqual([...new Set(seqs)].sort((one, other) => one - other));
  });
});
