import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TokenShape } from '@/lib/domain/api/desk-schemas';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { askDesk } from '@/tests/support/desk-client';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, manyTokensFixture, tokenFixture } from '@/tests/support/tokens';

interface Part {
  data: TokenShape[];
  next: string | null;
}

let door: DoorFixture;
let owner: PersonFixture;
let secret: string;

beforeAll(async () => {
  door = await doorFixture();
  await createProjectFixture('shop');
  owner = await createPersonFixture({
    name: 'Vera Blum',
    roles: [{ role: 'administrator', context: 'global' }],
  });
  const now = new Date('2026-01-01T00:00:00.000Z');
  ({ secret } = await tokenFixture(owner, { description: 'b the lister' }, { now }));
  const stopping = limitedTo('project:shop', 'environment.control.StopEnv');
  await tokenFixture(owner, {
    description: 'c at night',
    access: stopping,
    expiry: '2099-01-01T00:00:00.000Z',
  });
  await tokenFixture(owner, {
    description: 'a in a week',
    expiry: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  });
  await tokenFixture(owner, { description: 'd long gone', expiry: '02-01-2026' }, { now });
});
afterAll(() => door.close());

const list = (query: string, as = secret) => askDesk<Part>(door, as, 'GET', `/api/v1/tokens${query}`);
const first = ({ description }: TokenShape) => description.slice(0, 1);
const letters = async (query: string) => (await list(query)).body.data.map(first).join('');

/** Everything, part by part. */
async function readAll(query: string, as = secret): Promise<TokenShape[]> {
  const all: TokenShape[] = [];
  for (let next: string | null = ''; next !== null;) {
    const { status, body } = await list(`${query}${next === '' ? '' : `&cursor=${next}`}`, as);
    expect(status).toBe(200);
    all.push(...body.data);
    next = body.next;
  }
  return all;
}

describe('the list of tokens', () => {
  it.each([
    ['?state=active', 'cb'],
    ['?state=ending', 'a'],
    ['?state=expired', 'd'],
    ['?state=paused', ''],
    ['?access=limited', 'c'],
    ['?search=NIGHT', 'c'],
    ['?search=%25', ''],
    ['?createdBefore=2026-06-01T00:00:00.000Z', 'db'],
    ['?createdAfter=2026-06-01T00:00:00.000Z', 'ac'],
    ['?expires=never', 'b'],
    ['?expiresAfter=2098-01-01T00:00:00.000Z', 'c'],
    ['?expiresBefore=2026-01-03T00:00:00.000Z', ''],
    ['?expiresBefore=2026-01-03T00:00:00.001Z&expiresAfter=2026-01-03T00:00:00.000Z', 'd'],
    ['?lastUsedAfter=2000-01-01T00:00:00.000Z&access=limited', ''],
    ['?sort=description', 'abcd'],
    ['?sort=-description', 'dcba'],
    ['?sort=created', 'bcad'],
    ['?sort=expires', 'dacb'],
    ['?sort=-expires', 'bcad'],
  ])('%s finds %s', async (query, expected) => {
    expect(await letters(query)).toBe(expected);
  });

  it.each([
    'description',
    '-description',
    'created',
    '-created',
    'expires',
    '-expires',
    'lastUsed',
    '-lastUsed',
  ])('sorted by %s, small parts come to the same as one large part, each token once', async (sort) => {
    const whole = (await list(`?sort=${sort}`)).body.data.map(({ id }) => id);
    const parts = (await readAll(`?sort=${sort}&limit=1`)).map(({ id }) => id);
    expect(parts).toEqual(whole);
  });

  it('says in Link where the next part is, and nothing at the end', async () => {
    const part = await list('?limit=3&sort=description');
    expect(part.headers.link).toBe(
      `</api/v1/tokens?sort=description&limit=3&cursor=${String(part.body.next)}>; rel="next"`,
    );
    const rest = await list(`?limit=3&sort=description&cursor=${String(part.body.next)}`);
    expect([rest.body.data.map(first).join(''), rest.body.next, rest.headers.link]).toEqual([
      'd',
      null,
      undefined,
    ]);
  });

  it('refuses contradictions, foreign cursors and what it does not know', async () => {
    const { next } = (await list('?limit=1&sort=description')).body;
    const wrong = [
      '?limit=101',
      '?limit=0',
      '?limit=x',
      '?cursor=abc',
      `?sort=created&cursor=${String(next)}`,
    ];
    const contradictions = [
      '?expires=never&expiresAfter=2026-01-01T00:00:00.000Z',
      '?state=active&state=paused',
    ];
    for (const query of [
      ...wrong,
      ...contradictions,
      '?state=dead',
      '?createdAfter=yesterday',
      '?colour=red',
    ])
      expect([query, (await list(query)).status]).toEqual([query, 400]);
  });

  it('AZ-1 shows the tokens of others to administrators alone', async () => {
    const member = await createPersonFixture({
      name: 'Noor Haddad',
      roles: [{ role: 'member', context: 'global' }],
    });
    const theirs = await tokenFixture(member, { description: 'x of Noor' });
    expect((await list('', theirs.secret)).body.data.map(first)).toEqual(['x']);
    expect((await list('?owner=all', theirs.secret)).status).toBe(403);
    expect((await list(`?owner=${owner.person.id}`, theirs.secret)).status).toBe(403);
    expect((await list('?owner=AAAAAAAAAAAAAAAAAAAAAA', theirs.secret)).status).toBe(403);
    expect((await list(`?owner=${member.person.id}`)).body.data.map(first)).toEqual(['x']);
    expect(new Set((await list('?owner=all')).body.data.map(first))).toEqual(new Set('abcdx'));
  });

  it('API-10 of ten thousand tokens a part reads a bounded number, also where only a look can tell', async () => {
    const many = await createPersonFixture({
      name: 'Ada Lind',
      roles: [{ role: 'administrator', context: 'global' }],
    });
    const [key = ''] = await manyTokensFixture(many, 10_000);
    const part = await list('?limit=100', key);
    expect(part.body.data).toHaveLength(100);
    const looked = await list('?limit=100&state=narrowed', key);
    expect([looked.body.data.length, looked.body.next === null]).toEqual([0, false]);
    let parts = 1;
    for (let { next } = looked.body; next !== null; parts += 1)
      ({ next } = (await list(`?limit=100&state=narrowed&cursor=${next}`, key)).body);
    expect(parts).toBe(Math.ceil(10_000 / 2_000) + 1);
  }, 120_000);
});
