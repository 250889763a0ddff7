import { beforeAll, describe, expect, it } from 'vitest';
import { wholeLog } from '@/lib/domain/audit-filter';
import { findEvents } from '@/lib/db/events';
import { feedViewer } from '@/lib/services/feed/feed-viewer';
import { readAuditLog } from '@/lib/services/audit/read-audit-log';
import {
  createPersonFixture,
  createProjectFixture,
  systemCall,
  type PersonFixture,
} from '@/tests/support/desk';
import { stateOfDesk } from '@/tests/support/matrix/world';
import { tokenFixture } from '@/tests/support/tokens';
import { expectLogIsNeeded } from '@/tests/support/verbs';
import { acknowledgeLeaks } from './acknowledge-leaks';
import { readLeakNotice } from './read-leak-notice';
import { reportLeaked } from './report-leaked';

const noon = new Date('2026-11-22T12:00:00Z');
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000);

const newest = { before: null, after: null };

let people = 0;
const newOwner = () => {
  people += 1;
  return createPersonFixture({ name: `Owner ${people}`, roles: [{ role: 'member', context: 'global' }] });
};
const factsAt = (now: Date) => {
  const { requestId, address, userAgent } = systemCall();
  return { now, requestId, address, userAgent };
};
async function leak(owner: PersonFixture, description: string, now = noon): Promise<void> {
  const { secret } = await tokenFixture(owner, { description }, { now });
  await reportLeaked(factsAt(now), { credentials: [secret] });
}
const told = async (owner: PersonFixture, now = noon) => {
  const { reports, isMore } = await readLeakNotice(owner.call({ now }));
  return { names: reports.map(({ description }) => description), isMore };
};

beforeAll(() => createProjectFixture('shop'));

describe('what an owner is told of leaks', () => {
  it('INT-4 the owner is told of each report, newest first, and nobody else is', async () => {
    const [owner, other] = [await newOwner(), await newOwner()];
    for (const name of ['one', 'two']) await leak(owner, name);
    const { reports, isMore } = await readLeakNotice(owner.call({ now: noon }));
    expect(reports).toMatchObject([
      { kind: 'token', description: 'two', at: noon.toISOString() },
      { kind: 'token', description: 'one', at: noon.toISOString() },
    ]);
    expect(isMore).toBe(false);
    expect((await told(other)).names).toEqual([]);
    for (const name of ['three', 'four']) await leak(owner, name);
    expect(await told(owner)).toEqual({ names: ['four', 'three', 'two'], isMore: true });
  });

  it('INT-4 for thirty days, and until they have taken note of it', async () => {
    const owner = await newOwner();
    await leak(owner, 'old');
    expect((await told(owner, later(30))).names).toEqual(['old']);
    expect((await told(owner, later(30.1))).names).toEqual([]);
    await leak(owner, 'new', later(1));
    const [second, first] = (await readLeakNotice(owner.call({ now: later(1) }))).reports;
    await acknowledgeLeaks(owner.call({ now: later(1) }), { upTo: first?.seq ?? 0 });
    expect((await told(owner, later(1))).names).toEqual(['new']);
    await acknowledgeLeaks(owner.call({ now: later(1) }), { upTo: second?.seq ?? 0 });
    expect((await told(owner, later(1))).names).toEqual([]);
    await leak(owner, 'another', later(2));
    expect((await told(owner, later(2))).names).toEqual(['another']);
  });

  it('taking note is in the log once; of nothing, or of what is another’s, it is not', async () => {
    const [owner, other] = [await newOwner(), await newOwner()];
    await leak(owner, 'one');
    const upTo = (await readLeakNotice(owner.call({ now: noon }))).reports[0]?.seq ?? 0;
    await acknowledgeLeaks(other.call({ now: noon }), { upTo });
    expect((await told(owner)).names).toEqual(['one']);
    for (let times = 0; times < 3; times += 1) await acknowledgeLeaks(owner.call({ now: noon }), { upTo });
    const taken = await findEvents({ actions: ['leak.acknowledged'] }, 10, 'newest');
    expect(taken.filter(({ ownerId }) => ownerId === owner.person.id)).toHaveLength(1);
    expect(taken.filter(({ ownerId }) => ownerId === other.person.id)).toHaveLength(0);
    for (const wrong of [0, -1, 1.5, Number.NaN])
      await expect(acknowledgeLeaks(owner.call(), { upTo: wrong })).rejects.toMatchObject({
        code: 'invalid_input',
      });
  });

  it('a token is not told, and takes no note', async () => {
    const call = systemCall();
    await expect(readLeakNotice(call)).rejects.toMatchObject({ code: 'permission_denied' });
    await expect(acknowledgeLeaks(call, { upTo: 1 })).rejects.toMatchObject({ code: 'permission_denied' });
  });

  it('INT-4 the owner’s open pages hear it, those of others do not; administrators find it in the log', async () => {
    const [owner, other] = [await newOwner(), await newOwner()];
    const administrator = await createPersonFixture({
      name: 'Ada',
      roles: [{ role: 'administrator', context: 'global' }],
    });
    await leak(owner, 'heard');
    const [event] = await findEvents({ actions: ['leak.reported'] }, 1, 'newest');
    if (event === undefined) throw new Error('There is no event.');
    const sees = async ({ person, sessionId }: PersonFixture) =>
      (await feedViewer({ personId: person.id, sessionId }))(event);
    expect([await sees(owner), await sees(other)]).toEqual([true, false]);
    const { rows } = await readAuditLog(
      administrator.call(),
      { ...wholeLog, personId: owner.person.id },
      newest,
    );
    expect(rows.map(({ action, subject }) => [action, subject])).toContainEqual(['leak.reported', 'heard']);
  });

  it('AUD-1 when the log cannot be written, the token lives on and nothing is answered as done', async () => {
    const owner = await newOwner();
    const { secret } = await tokenFixture(owner);
    const verb = () => reportLeaked(factsAt(noon), { credentials: [secret] });
    await expectLogIsNeeded(verb, owner, stateOfDesk);
  });
});
