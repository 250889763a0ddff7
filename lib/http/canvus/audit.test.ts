import { beforeAll, beforeEach, expect, test } from 'vitest';
import { canvus, numberOf } from '@/tests/support/canvus';
import { createPersonFixture, type PersonFixture } from '@/tests/support/desk';
import type { DoorFixture } from '@/tests/support/door';
import { openFront } from '@/tests/support/open-front';
import { limitedTo, tokenFixture } from '@/tests/support/tokens';

interface Event {
  id: number;
  created_at: string;
  target_type: string;
  target_id: string;
  author_id: number | null;
}

let front: DoorFixture;
let root: PersonFixture;
let alice: PersonFixture;
let secret: string;
let tokenId: string;

beforeAll(async () => {
  root = await createPersonFixture({ name: 'Root', roles: [{ role: 'administrator', context: 'global' }] });
  alice = await createPersonFixture({ name: 'Alice', roles: [{ role: 'member', context: 'global' }] });
  ({ secret } = await tokenFixture(root));
  ({
    token: { id: tokenId },
  } = await tokenFixture(alice, { description: 'Of Alice' }));
});
beforeEach(async () => {
  front = await openFront();
});

const read = async (query = '', by = secret) => canvus(front, by, `GET /audit-log${query}`);
const eventsOf = async (query: string) => (await read(query)).body as Event[];

test('an event has alphabetical keys, numbers for people, and no secret', async () => {
  const [event] = await eventsOf(`?target_id=${tokenId}`);
  expect(Object.keys(event ?? {})).toEqual(Object.keys(event ?? {}).toSorted());
  expect(event).toMatchObject({
    action: 'token.generated',
    author_id: await numberOf(alice.person.id),
    author_name: 'Alice',
    created_at: expect.stringMatching(/Z$/),
    target_id: tokenId,
    target_name: 'Of Alice',
    target_type: 'Token',
  });
  expect((await read()).text).not.toMatch(/td_pat_\w{20}/);
});

test('API-10 pages follow the Link header to the end, newest first, each event once', async () => {
  const whole = (await eventsOf('?per_page=100')).map(({ id }) => id);
  expect(whole).toEqual(whole.toSorted((one, other) => other - one));
  const seen: number[] = [];
  let query: string | null = '?per_page=2';
  while (query !== null) {
    const { body, headers } = await read(query);
    seen.push(...(body as Event[]).map(({ id }) => id));
    const next = /^<http:\/\/[^>]+\/api\/v1\/audit-log(\?[^>]+)>; rel="next"$/.exec(
      String(headers.link ?? ''),
    );
    query = next?.[1] ?? null;
  }
  expect(seen).toEqual(whole);
});

test('every filter narrows, and filters that match nothing give an empty list', async () => {
  const number = await numberOf(alice.person.id);
  const ofAlice = await eventsOf(`?author_id=${number}`);
  expect(ofAlice.map((event) => event.author_id)).toEqual(ofAlice.map(() => number));
  expect(ofAlice).not.toEqual([]);
  const users = await eventsOf(`?target_type=User&target_id=${number}`);
  expect(users).toMatchObject([{ target_type: 'User', target_id: String(number) }]);
  const at = users[0]?.created_at ?? '';
  expect((await eventsOf(`?created_before=${at}`)).every((event) => event.created_at < at)).toBe(true);
  expect((await eventsOf(`?created_after=${at}`)).every((event) => event.created_at > at)).toBe(true);
  for (const query of ['?author_id=999999', '?target_type=Canvas', '?target_id=nothing'])
    expect(await eventsOf(query)).toEqual([]);
});

test.each([
  'per_page=0',
  'per_page=101',
  'per_page=ten',
  'cursor=x',
  'created_after=yesterday',
  'author_id=me',
])('?%s is refused', async (query) => {
  const { status, body } = await read(`?${query}`);
  expect([status, Object.keys(body as object)]).toEqual([400, ['msg']]);
});

test('AZ-1 the log is for whoever may read it', async () => {
  const { secret: ofAlice } = await tokenFixture(alice);
  const { secret: without } = await tokenFixture(root, { access: limitedTo('global', 'desk.people.Manage') });
  const { secret: reading } = await tokenFixture(root, { access: limitedTo('global', 'desk.audit.View') });
  for (const refused of [ofAlice, without])
    expect(await read('', refused)).toMatchObject({ status: 403, body: { msg: 'Permission denied' } });
  expect((await read('', reading)).status).toBe(200);
});

test('server-info is open and tells nothing but what answers', async () => {
  const { status, body } = await canvus(front, null, 'GET /server-info');
  expect([status, Object.keys(body as object)]).toEqual([200, ['api', 'name', 'version']]);
});
