import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { findEvents } from '@/lib/db/events';
import type { TokenShape } from '@/lib/domain/api/desk-schemas';
import { codecanvas, myTokens } from '@/tests/support/codecanvas';
import { canvus, numberOf } from '@/tests/support/canvus';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import { askDesk } from '@/tests/support/desk-client';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { tokenFixture } from '@/tests/support/tokens';
import { callAuthentication } from '@/tests/support/virtuozzo-call';
import { tokenRecord } from '@/tests/support/within';

let door: DoorFixture;
let owner: PersonFixture;
let secret: string;

beforeAll(async () => {
  door = await doorFixture();
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  ({ secret } = await tokenFixture(owner));
});
afterAll(() => door.close());

const ifAny = { 'if-match': '*' };
const limits = {
  addresses: ['192.0.2.0/24', '2001:db8::/32'],
  notBefore: '2999-01-01T00:00:00.000Z',
  requestsPerMinute: 120,
};
const noLimits = { addresses: [], notBefore: null, requestsPerMinute: null };
const whole = { description: 'limited', expiresAt: null, access: { kind: 'full' } };
const create = (body: object) =>
  askDesk<{ token: TokenShape; secret: string }>(door, secret, 'POST', '/api/v1/tokens', {
    body: { ...whole, ...body },
  });
const edit = (id: string, body: object) =>
  askDesk<TokenShape>(door, secret, 'PATCH', `/api/v1/tokens/${id}`, { body, headers: ifAny });

describe('limits in our own API', () => {
  it('are given to a new token, in the one way in which addresses are written, and shown', async () => {
    const { status, body } = await create({ ...limits, addresses: ['2001:DB8::/32', '192.0.2.77/24'] });
    expect(status).toBe(201);
    expect(body.token).toMatchObject({ ...limits, status: 'waiting' });
    const read = await askDesk<TokenShape>(door, secret, 'GET', `/api/v1/tokens/${body.token.id}`);
    expect(read.body).toMatchObject(limits);
    expect((await create({})).body.token).toMatchObject({ ...noLimits, status: 'active' });
  });

  it('stay in an edit that does not name them, and go when it says none; the log says before and after', async () => {
    const { id } = (await create(limits)).body.token;
    expect((await edit(id, { description: 'renamed' })).body).toMatchObject(limits);
    expect((await edit(id, noLimits)).body).toMatchObject({ ...noLimits, status: 'active' });
    expect((await edit(id, limits)).body).toMatchObject(limits);
    const [made, renamed, freed, bound] = (
      await findEvents({ subjectKind: 'token', subjectIds: [id] }, 50, 'oldest')
    ).map(({ data }) => data);
    const told = { addresses: limits.addresses, firstDay: '01-01-2999', requestsPerMinute: 120 };
    expect(made).toMatchObject(told);
    expect(renamed).not.toHaveProperty('addressesBefore');
    expect(freed).toMatchObject({
      addressesBefore: limits.addresses,
      firstDayBefore: '01-01-2999',
      requestsPerMinuteBefore: 120,
    });
    expect(freed).not.toHaveProperty('addresses');
    expect(bound).toMatchObject({
      ...told,
      addressesBefore: 'any',
      firstDayBefore: 'none',
      requestsPerMinuteBefore: 'none',
    });
  });

  it('are given to a copy as they are said', async () => {
    const { id } = (await create(limits)).body.token;
    const path = `/api/v1/tokens/${id}/copy`;
    const copy = await askDesk<{ token: TokenShape }>(door, secret, 'POST', path, {
      body: { ...whole, ...limits },
    });
    expect(copy.body.token).toMatchObject(limits);
  });

  it.each([
    [{ addresses: ['192.0.2.7', '10.1'] }, 'addresses.1'],
    [{ addresses: 'anywhere' }, 'addresses'],
    [{ addresses: Array(51).fill('192.0.2.7') }, 'addresses'],
    [{ notBefore: '01-12-2026' }, 'notBefore'],
    [{ notBefore: '2026-02-30T00:00:00Z' }, 'notBefore'],
    [{ requestsPerMinute: 0 }, 'requestsPerMinute'],
    [{ requestsPerMinute: 1_000_000 }, 'requestsPerMinute'],
    [{ requestsPerMinute: '60' }, 'requestsPerMinute'],
    [{ notBefore: '2098-01-02T00:00:00Z', expiresAt: '2098-01-01T00:00:00Z' }, 'notBefore'],
  ])('refuse %j by name', async (body, path) => {
    const answer = await create(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ issues: [{ path }] });
    const { id } = (await create({})).body.token;
    expect((await edit(id, body)).status).toBe(400);
  });

  it('a list names those that wait, and counts them neither as active nor as ending', async () => {
    const { body } = await create({ ...limits, notBefore: soon(2), expiresAt: soon(5) });
    const ids = async (state: string) => {
      const path = `/api/v1/tokens?state=${state}&limit=100`;
      const list = await askDesk<{ data: TokenShape[] }>(door, secret, 'GET', path);
      expect(new Set(list.body.data.map(({ status }) => status))).toEqual(new Set([state]));
      return list.body.data.map(({ id }) => id);
    };
    const { id: ending } = (await create({ expiresAt: soon(5) })).body.token;
    expect(await ids('waiting')).toContain(body.token.id);
    expect(await ids('active')).not.toContain(body.token.id);
    expect(await ids('ending')).toEqual([ending]);
  });
});

function soon(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

test('an edit through an API that knows no limits keeps them', async () => {
  const made = await tokenFixture(owner, limits);
  const { id } = made.token;
  const { number } = await tokenRecord(owner, id);
  const kept = { ...limits, notBefore: new Date(limits.notBefore) };
  await canvus(door, secret, `PATCH /users/${await numberOf(owner.person.id)}/access-tokens/${id}`, {
    description: 'by Canvus',
  });
  expect(await tokenRecord(owner, id)).toMatchObject({ description: 'by Canvus', ...kept });
  await codecanvas(door, secret, `PATCH ${myTokens}/${id}`, { name: 'by CodeCanvas' });
  expect(await tokenRecord(owner, id)).toMatchObject({ description: 'by CodeCanvas', ...kept });
  await callAuthentication(door, 'EditToken', secret, { id: String(number), description: 'by Virtuozzo' });
  expect(await tokenRecord(owner, id)).toMatchObject({ description: 'by Virtuozzo', ...kept });
});
