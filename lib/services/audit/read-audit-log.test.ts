import { beforeAll, expect, test } from 'vitest';
import { findEvents } from '@/lib/db/events';
import { blockPerson } from '@/lib/services/people/block-person';
import { requireProof } from '@/lib/services/people/require-proof';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { listAuditPeople } from './list-audit-people';
import { readAuditLog } from './read-audit-log';

const everything = { before: null, personId: null, actions: null };

let admin: PersonFixture;
let ada: PersonFixture;
beforeAll(async () => {
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  ada = await createPersonFixture({ name: 'Ada', roles: [{ role: 'developer', context: 'global' }] });
  await requireProof(
    ada.call({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }),
    {
      password: 'wrong',
    },
  ).catch(() => null);
  const { id: personId, version } = ada.person;
  await blockPerson(admin.call(), { personId, version, proof: { password: admin.password } });
});

test('AZ-1 the log is for those who may see it; to everyone else it is refused by name', async () => {
  const refused = {
    code: 'permission_denied',
    details: { missing: [{ permission: 'desk.audit.View', context: 'global' }] },
  };
  const member = await createPersonFixture({
    name: 'Member',
    roles: [{ role: 'project-admin', context: 'global' }],
  });
  await expect(readAuditLog(member.call(), everything)).rejects.toMatchObject(refused);
  await expect(listAuditPeople(member.call())).rejects.toMatchObject(refused);
  // Blocked: holds nothing any more.
  await expect(readAuditLog(ada.call(), everything)).rejects.toMatchObject(refused);
});

test('AUD-4 each line says when, who, what, on whom, with which outcome, from where and in which request', async () => {
  const { rows } = await readAuditLog(admin.call(), { ...everything, personId: ada.person.id });
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

test('the log is read a part at a time, newest first, without gap or double', async () => {
  for (let index = 0; index < 60; index += 1)
    await requireProof(admin.call(), { password: 'x' }).catch(() => null);
  const seen: number[] = [];
  let before: number | null = null;
  do {
    const part: Awaited<ReturnType<typeof readAuditLog>> = await readAuditLog(admin.call(), {
      ...everything,
      before,
    });
    seen.push(...part.rows.map((row) => row.seq));
    before = part.next;
  } while (before !== null);
  const all = await findEvents({}, 10_000, 'newest');
  expect(seen).toEqual(all.map((event) => event.seq));
  const narrowed = await readAuditLog(admin.call(), { ...everything, actions: ['person.blocked'] });
  expect(narrowed.rows.map((row) => row.action)).toEqual(['person.blocked']);
});
