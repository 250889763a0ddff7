import { beforeAll, describe, expect, it } from 'vitest';
import { wholeLog } from '@/lib/domain/audit-filter';
import { blockPerson } from '@/lib/services/people/block-person';
import { unblockPerson } from '@/lib/services/people/unblock-person';
import { requireProof } from '@/lib/services/people/require-proof';
import { createPersonFixture, systemCall, type PersonFixture } from '@/tests/support/desk';
import { eventsFixture } from '@/tests/support/events';
import { tokenFixture } from '@/tests/support/tokens';
import { readOwnLog } from './read-own-log';

const newest = { before: null, after: null };
const adminAddress = '10.9.9.9';

let admin: PersonFixture;
let ada: PersonFixture;

beforeAll(async () => {
  admin = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  ada = await createPersonFixture({ name: 'Ada', roles: [{ role: 'developer', context: 'global' }] });
  await tokenFixture(ada, { description: 'mine' }, { address: '10.0.0.7' });
  await tokenFixture(admin, { description: 'not hers' }, { address: adminAddress });
  const proof = { password: admin.password };
  const { id: personId, version } = ada.person;
  const call = admin.call({ address: adminAddress });
  const { version: blocked } = await blockPerson(call, { personId, version, proof });
  await unblockPerson(call, { personId, version: blocked, proof });
  await eventsFixture([
    {
      action: 'person.sign-in-refused',
      outcome: 'refused',
      subjectKind: 'person',
      subjectId: ada.person.id,
      ownerId: ada.person.id,
      call: { address: '203.0.113.9', userAgent: 'curl/8.1' },
    },
  ]);
});

describe('the log of one’s own', () => {
  it('AUD-6 holds what one did and what was done to what is one’s own, and nothing else', async () => {
    const { rows, found } = await readOwnLog(ada.call(), wholeLog, newest);
    expect(rows.map((row) => row.action)).toEqual([
      'person.sign-in-refused',
      'person.unblocked',
      'person.blocked',
      'token.generated',
      'person.created',
    ]);
    expect(found).toBe(5);
    expect(rows.map((row) => row.subject)).not.toContain('not hers');
  });

  it('AUD-6 where another person sat is theirs; where a stranger knocked is not', async () => {
    const { rows } = await readOwnLog(ada.call(), wholeLog, newest);
    const of = (action: string) => rows.find((row) => row.action === action);
    expect(of('person.blocked')).toMatchObject({
      actor: { name: 'Root' },
      address: null,
      device: null,
      sessionId: null,
    });
    expect(of('token.generated')).toMatchObject({ address: '10.0.0.7', sessionId: ada.sessionId });
    expect(of('person.sign-in-refused')).toMatchObject({ address: '203.0.113.9', device: 'curl' });
    expect(JSON.stringify(rows)).not.toContain(adminAddress);
    expect(JSON.stringify(rows)).not.toContain(admin.sessionId);
  });

  it('AUD-6 no filter finds out what is not shown', async () => {
    const found = async (change: Partial<typeof wholeLog>) =>
      (await readOwnLog(ada.call(), { ...wholeLog, ...change }, newest)).rows.map((row) => row.action);
    expect(await found({ address: adminAddress })).toEqual([]);
    expect(await found({ address: '203.0.113.9' })).toEqual(['person.sign-in-refused']);
    expect(await found({ address: '10.0.0.7' })).toEqual(['token.generated']);
    expect(await found({ tokenText: 'not hers' })).toEqual([]);
    expect((await readOwnLog(ada.call(), { ...wholeLog, tokenText: 'hers' }, newest)).tokens?.found).toBe(0);
    expect(await found({ personId: admin.person.id })).toHaveLength(5);
  });

  it('a wrong password at a change stands in it with where it was typed', async () => {
    await requireProof(ada.call({ address: '10.0.0.8' }), { password: 'wrong' }).catch(() => null);
    const [row] = (await readOwnLog(ada.call(), { ...wholeLog, outcome: 'refused' }, newest)).rows;
    expect(row).toMatchObject({ action: 'proof.refused', address: '10.0.0.8' });
  });

  it('only people have one', async () => {
    await expect(readOwnLog(systemCall(), wholeLog, newest)).rejects.toMatchObject({
      code: 'permission_denied',
    });
  });
});
