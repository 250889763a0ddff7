import { beforeAll, describe, expect, it, vi } from 'vitest';
import { csvAnswer } from '@/app/(dashboard)/csv-answer';
import { findEvents } from '@/lib/db/events';
import { wholeLog } from '@/lib/domain/audit-filter';
import { byteOrderMark, parseCsv } from '@/lib/domain/csv';
import { changeRoles } from '@/lib/services/people/change-roles';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { eventsFixture } from '@/tests/support/events';
import { tokenFixture } from '@/tests/support/tokens';
import { exportAuditLog, exportOwnLog } from './export-log';

const payloads = ["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(1+1)*cmd', '＝1+1', 'x;=1', 'say "yes", twice'];
/** What a header of a request can hold beside those. */
const agents = [...payloads, '\t=1', '"=1"'];
const origin = 'http://localhost:3000';

let admin: PersonFixture;
let ada: PersonFixture;

beforeAll(async () => {
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  ada = await createPersonFixture({ name: '=Ada()', roles: [{ role: 'developer', context: 'global' }] });
  for (const description of payloads) await tokenFixture(ada, { description });
  for (const userAgent of agents) await tokenFixture(ada, { description: 'plain' }, { userAgent });
  await eventsFixture([{ ownerId: ada.person.id, data: { note: 'two\nlines' } }]);
});

/** The records of a file, its heads apart. */
function read(text: string): { heads: string[]; rows: Record<string, string>[] } {
  expect(text.startsWith(byteOrderMark)).toBe(true);
  const [heads = [], ...records] = parseCsv(text);
  const rows = records.map((cells) => {
    expect(cells.length).toBe(heads.length);
    return Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']));
  });
  return { heads, rows };
}

async function pieces(open: Promise<AsyncGenerator<string, void, void>>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of await open) all.push(piece);
  return all;
}

function isFormula(cell: string): boolean {
  return /^[\s"]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) || /[;\t\r\n][\s"]*[=+\-@]/.test(cell);
}

describe('the export', () => {
  it('AUD-6 no description, name or user agent becomes a formula, and none is lost', async () => {
    const text = (await pieces(exportAuditLog(admin.call(), wholeLog))).join('');
    expect(text.replaceAll('\r\n', '')).not.toContain('\r');
    const { rows } = read(text);
    for (const row of rows) for (const cell of Object.values(row)) expect(isFormula(cell)).toBe(false);
    const of = (head: string) => new Set(rows.map((row) => row[head]));
    for (const payload of payloads) {
      const safe = payload.startsWith('x') ? "x;'=1" : payload.startsWith('say') ? payload : `'${payload}`;
      expect(of('subject')).toContain(safe);
      expect(of('user agent')).toContain(safe);
    }
    expect(of('user agent')).toContain("'\t'=1");
    expect(of('actor')).toContain("'=Ada()");
  });

  it('AUD-4 holds every field of every event, newest first', async () => {
    const { rows } = read((await pieces(exportAuditLog(admin.call(), wholeLog))).join(''));
    const events = await findEvents({}, 10_000, 'newest');
    expect(rows.map((row) => Number(row['number']))).toEqual(events.map((event) => event.seq));
    const generated = events.find((event) => event.action === 'token.generated');
    expect(rows.find((row) => row['number'] === String(generated?.seq))).toMatchObject({
      at: generated?.at.toISOString(),
      outcome: 'done',
      'actor kind': 'person',
      'actor person id': ada.person.id,
      session: ada.sessionId,
      'subject id': generated?.subjectId,
      'owner id': ada.person.id,
      request: generated?.requestId,
      address: '127.0.0.1',
      facts: JSON.stringify(generated?.data),
    });
  });

  it('AUD-6 a person exports their own log and nothing of others, however they filter', async () => {
    const stranger = await createPersonFixture({
      name: 'Eve',
      roles: [{ role: 'viewer', context: 'global' }],
    });
    const open = (filter = wholeLog) => pieces(exportOwnLog(stranger.call(), filter));
    const own = read((await open()).join('')).rows;
    expect(own.map((row) => row['action'])).toEqual(['person.created']);
    for (const filter of [
      { ...wholeLog, personId: ada.person.id },
      { ...wholeLog, tokenText: 'plain' },
    ]) {
      const rows = read((await open(filter)).join('')).rows;
      expect(rows.filter((row) => row['owner id'] !== stranger.person.id)).toEqual([]);
    }
    await expect(exportAuditLog(stranger.call(), wholeLog)).rejects.toMatchObject({
      code: 'permission_denied',
    });
  });

  it('ends when the right to it ends, in the middle', async () => {
    const { person, call } = await createPersonFixture({
      name: 'Passing administrator',
      roles: [{ role: 'administrator', context: 'global' }],
    });
    await eventsFixture(Array.from({ length: 1_100 }, () => ({ ownerId: ada.person.id })));
    const open = await exportAuditLog(call(), wholeLog);
    await open.next();
    expect((await open.next()).value?.split('\r\n').length).toBe(501);
    await changeRoles(admin.call(), {
      personId: person.id,
      version: person.version,
      roles: [{ role: 'viewer', context: 'global' }],
      proof: { password: admin.password },
    });
    await expect(open.next()).rejects.toMatchObject({ code: 'permission_denied' });
  });
});

describe('the answer', () => {
  const ask = (person: PersonFixture | null, query = '') => {
    const call = person?.call({ now: new Date('2026-11-22T10:00:00Z') }) ?? null;
    return csvAnswer(new Request(`${origin}/admin/audit/export${query}`), call, 'audit', exportAuditLog);
  };

  it('AUD-6 is a download of exactly what is filtered, kept by no cache', async () => {
    const answer = await ask(admin, '?action=token.generated&from=01-01-2026&to=31-12-2099');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-01-01-2026-31-12-2099.csv"',
      'cache-control': 'private, no-store',
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { rows } = read(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    expect(new Set(rows.map((row) => row['action']))).toEqual(new Set(['token.generated']));
    expect(rows.length).toBe(payloads.length + agents.length);
  });

  it('is named after today when no day was chosen', async () => {
    const disposition = (await ask(admin)).headers.get('content-disposition');
    expect(disposition).toBe('attachment; filename="audit-beginning-22-11-2026.csv"');
  });

  it('AZ-1 there is none without a session, and for who may not see the log it does not exist', async () => {
    for (const [person, status] of [
      [null, 401],
      [ada, 404],
    ] as const) {
      const answer = await ask(person);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(await answer.text()).not.toContain('token.generated');
    }
  });

  it('a filter that cannot be read is refused, not left out', async () => {
    for (const query of ['?from=2026-11-01', '?action=all%27%20OR%201=1', '?outcome=both'])
      expect((await ask(admin, query)).status).toBe(400);
  });

  it('reads no faster than it is taken, and stops with who takes it', async () => {
    const read = vi.fn<(piece: number) => void>();
    let isEnded = false;
    async function* endless() {
      try {
        for (let piece = 0; ; piece += 1) {
          read(piece);
          yield `${piece}\r\n`;
        }
      } finally {
        isEnded = true;
      }
    }
    const answer = await csvAnswer(new Request(origin), systemCall(), 'audit', async () => endless());
    const reader = answer.body?.getReader();
    await reader?.read();
    expect(read.mock.calls.length).toBeLessThan(4);
    await reader?.cancel();
    expect(isEnded).toBe(true);
  });
});
