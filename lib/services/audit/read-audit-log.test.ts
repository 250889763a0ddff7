import { noLimits } from '@/lib/domain/token-limits';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { judgeAuditChoice, readAuditChoice, wholeLog, type AuditFilter } from '@/lib/domain/audit-filter';
import { blockPerson } from '@/lib/services/people/block-person';
import { requireProof } from '@/lib/services/people/require-proof';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { eventsFixture } from '@/tests/support/events';
import { tokenFixture } from '@/tests/support/tokens';
import { removeTokens } from '@/lib/services/tokens/remove-tokens';
import { listAuditPeople } from './list-audit-people';
import { readAuditLog } from './read-audit-log';

const newest = { before: null, after: null };

let admin: PersonFixture;
let ada: PersonFixture;
beforeAll(async () => {
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  ada = await createPersonFixture({ name: 'Ada', roles: [{ role: 'developer', context: 'global' }] });
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  await requireProof(ada.call({ userAgent, address: '10.0.0.7' }), { password: 'wrong' }).catch(() => null);
});

/** All that a filter finds, as the page reads it: part by part. */
async function readAll(filter: AuditFilter): Promise<{ seqs: number[]; found: number }> {
  const seqs: number[] = [];
  let before: number | null = null;
  for (;;) {
    const { rows, older, found }: Awaited<ReturnType<typeof readAuditLog>> = await readAuditLog(
      admin.call(),
      filter,
      { before, after: null },
    );
    seqs.push(...rows.map((row) => row.seq));
    if (older === null) return { seqs, found };
    before = older;
  }
}

test('AZ-1 the log is for those who may see it; to everyone else it is refused by name', async () => {
  const refused = {
    code: 'permission_denied',
    details: { missing: [{ permission: 'desk.audit.View', context: 'global' }] },
  };
  const member = await createPersonFixture({
    name: 'Member',
    roles: [{ role: 'project-admin', context: 'global' }],
  });
  await expect(readAuditLog(member.call(), wholeLog, newest)).rejects.toMatchObject(refused);
  await expect(listAuditPeople(member.call())).rejects.toMatchObject(refused);
  const { id: personId, version } = ada.person;
  await blockPerson(admin.call(), { personId, version, proof: { password: admin.password } });
  // Blocked: holds nothing any more.
  await expect(readAuditLog(ada.call(), wholeLog, newest)).rejects.toMatchObject(refused);
});

test('AUD-4 each line says when, who, what, on whom, with which outcome, from where and in which request', async () => {
  const { rows } = await readAuditLog(admin.call(), { ...wholeLog, personId: ada.person.id }, newest);
  expect(rows.map((row) => row.action)).toEqual(['person.blocked', 'proof.refused', 'person.created']);
  const [blocked, refused] = rows;
  expect(blocked).toMatchObject({
    actor: { kind: 'person', name: 'Root' },
    outcome: 'done',
    subject: 'Ada',
    subjectId: ada.person.id,
    sessionId: admin.sessionId,
    address: '127.0.0.1',
    requestId: expect.stringMatching(/./),
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  expect(refused).toMatchObject({ outcome: 'refused', device: 'Firefox on Linux', actor: { name: 'Ada' } });
});

describe('the log is narrowed', () => {
  // Whoever could be meant, in every combination that a part of the log may be missing in.
  const tokenId = 'narrowed-to-this-token';
  const otherId = 'and-not-to-this-token_';
  let personId = '';
  let actor: { kind: 'token'; tokenId: string; personId: string; name: string };
  beforeAll(async () => {
    personId = ada.person.id;
    actor = { kind: 'token', tokenId, personId, name: 'nightly' };
    const byToken = {
      actor: { ...actor, power: { kind: 'full' }, limits: noLimits, expiresAt: null },
    } as const;
    const on = (day: string) => new Date(`2026-11-${day}T00:00:00.000Z`);
    const drafts = [];
    for (let round = 0; round < 30; round += 1) {
      drafts.push(
        { subjectId: tokenId, ownerId: personId, call: { now: on('01'), address: '10.0.0.7' } },
        { action: 'token.removed', subjectId: otherId, ownerId: personId, call: { now: on('02') } } as const,
        {
          action: 'environment.started',
          subjectKind: 'environment',
          subjectId: 'shop-prod',
          call: { ...byToken, now: on('03'), address: '10.0.0.7' },
        } as const,
        { action: 'token.refused', outcome: 'refused', call: { now: on('04') } } as const,
        // Written behind its request: a later number, an earlier time.
        {
          action: 'token.first-used',
          subjectId: tokenId,
          ownerId: personId,
          call: { now: on('01') },
        } as const,
        { action: 'role.changed', subjectKind: 'role', subjectId: tokenId, call: { now: on('05') } } as const,
      );
    }
    await eventsFixture(drafts);
  });

  const filters: [
    string,
    Record<string, string>,
    (event: Awaited<ReturnType<typeof findEvents>>[number]) => boolean,
  ][] = [
    ['an action', { action: 'token.removed' }, (event) => event.action === 'token.removed'],
    ['a group of actions', { action: 'tokens' }, (event) => event.action.startsWith('token.')],
    ['what was refused', { outcome: 'refused' }, (event) => event.outcome === 'refused'],
    [
      'what was done of a group',
      { action: 'tokens', outcome: 'done' },
      (event) => event.action.startsWith('token.') && event.outcome === 'done',
    ],
    ['an address', { address: '10.0.0.7' }, (event) => event.address === '10.0.0.7'],
    [
      'an address and an action',
      { address: '10.0.0.7', action: 'environment.started' },
      (event) => event.address === '10.0.0.7' && event.action === 'environment.started',
    ],
    [
      'a day',
      { from: '01-11-2026', to: '01-11-2026' },
      (event) => event.at.toISOString().startsWith('2026-11-01'),
    ],
    [
      'the time from a day on',
      { from: '04-11-2026' },
      (event) => event.at >= new Date('2026-11-04T00:00:00Z'),
    ],
    ['the time to a day', { to: '03-11-2026' }, (event) => event.at < new Date('2026-11-04T00:00:00Z')],
    [
      'days and an address',
      { from: '02-11-2026', to: '03-11-2026', address: '10.0.0.7' },
      (event) => event.address === '10.0.0.7' && event.at.toISOString().startsWith('2026-11-03'),
    ],
    ['days in which nothing was', { from: '01-01-2020', to: '02-01-2020' }, () => false],
    ['an address of nobody', { address: "10.0.0.7' OR '1'='1" }, () => false],
    ['an address with what is wild in SQL', { address: '10.0.0.%' }, () => false],
    ['a token of no such name', { token: "x' OR 1=1 --" }, () => false],
  ];
  for (const [what, parameters, isMeant] of filters) {
    it(`to ${what}`, async () => {
      const { filter } = judgeAuditChoice(readAuditChoice(parameters));
      if (filter === null) throw new Error('The filter cannot be read.');
      const all = await findEvents({}, 10_000, 'newest');
      const meant = all.filter(isMeant).map(({ seq }) => seq);
      const { seqs, found } = await readAll(filter);
      expect(seqs).toEqual(meant);
      expect(found).toBe(meant.length);
    });
  }

  it('to a person: whoever acted, or whose desk it concerned', async () => {
    const all = await findEvents({}, 10_000, 'newest');
    const isMeant = (event: (typeof all)[number]) =>
      event.ownerId === personId || event.actor.personId === personId;
    const meant = all.filter(isMeant).map(({ seq }) => seq);
    expect(meant.length).toBeGreaterThan(100);
    expect((await readAll({ ...wholeLog, personId })).seqs).toEqual(meant);
    const started = all.filter((event) => isMeant(event) && event.action === 'environment.started');
    const filter = { ...wholeLog, personId, actions: ['environment.started'] } as const;
    expect((await readAll(filter)).seqs).toEqual(started.map(({ seq }) => seq));
  });
});

describe('the log of a token', () => {
  it('is found by id or name, with what was done to it and what it did; removed ones are counted', async () => {
    const owner = await createPersonFixture({
      name: 'Eve',
      roles: [{ role: 'developer', context: 'global' }],
    });
    const { token: first } = await tokenFixture(owner, { description: '100%_real' });
    const { token: second } = await tokenFixture(owner, { description: '100x_real' });
    const proof = { password: owner.password };
    await removeTokens(owner.call(), { tokens: [{ id: first.id, version: 1 }], proof });
    const { actor, ...facts } = owner.call();
    if (actor.kind !== 'person') throw new Error('Nobody acts.');
    const asToken = {
      kind: 'token',
      tokenId: second.id,
      personId: actor.personId,
      name: second.description,
      power: { kind: 'full' },
      limits: noLimits,
      expiresAt: null,
    } as const;
    await eventsFixture([
      {
        action: 'environment.stopped',
        subjectKind: 'environment',
        subjectId: 'blog',
        call: { ...facts, actor: asToken },
      },
    ]);
    const read = (tokenText: string) => readAuditLog(admin.call(), { ...wholeLog, tokenText }, newest);
    const byId = await read(second.id);
    expect(byId.rows.map((row) => row.action)).toEqual(['environment.stopped', 'token.generated']);
    expect(byId.tokens).toEqual({ found: 1, removed: 0, isCut: false });
    const literal = await read('100%_real');
    expect(literal.rows.map((row) => row.action)).toEqual(['token.removed', 'token.generated']);
    expect(literal.tokens).toEqual({ found: 1, removed: 1, isCut: false });
    expect((await read('_REAL')).tokens).toEqual({ found: 2, removed: 1, isCut: false });
    expect((await read('\\')).tokens).toEqual({ found: 0, removed: 0, isCut: false });
  });
});

test('the log is read up and down without gap or double', async () => {
  const down: number[][] = [];
  let before: number | null = null;
  let top: number | null = null;
  for (;;) {
    const part: Awaited<ReturnType<typeof readAuditLog>> = await readAuditLog(admin.call(), wholeLog, {
      before,
      after: null,
    });
    down.push(part.rows.map((row) => row.seq));
    top = part.newer;
    if (part.older === null) break;
    before = part.older;
  }
  expect(down.length).toBeGreaterThan(3);
  expect(down.flat()).toEqual((await findEvents({}, 10_000, 'newest')).map((event) => event.seq));
  const up: number[] = [...(down.at(-1) ?? [])];
  while (top !== null) {
    const part: Awaited<ReturnType<typeof readAuditLog>> = await readAuditLog(admin.call(), wholeLog, {
      before: null,
      after: top,
    });
    expect(part.older).toBe(part.rows.at(-1)?.seq);
    up.unshift(...part.rows.map((row) => row.seq));
    top = part.newer;
  }
  expect(up).toEqual(down.flat());
});
