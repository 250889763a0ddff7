import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findProject } from '@/lib/db/projects';
import {
  anyDate,
  codecanvasOwner,
  exchanged,
  firstOf,
  myTokens,
  secretOf,
  type CodeCanvasOwner,
} from '@/tests/support/codecanvas';
import { createProjectFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { tokenFixture } from '@/tests/support/tokens';

const stop = 'environment.control.StopEnv';
const scope = `project:key:shop:${stop}`;
let front: DoorFixture;
let vera: CodeCanvasOwner;
beforeAll(async () => {
  front = await doorFixture();
  await createProjectFixture('shop');
});
afterAll(() => front.close());
beforeEach(async () => {
  vera = await codecanvasOwner(front);
});

it('a client begins with /oauth/token, then creates, lists, patches and deletes permanent tokens', async () => {
  const bearer = await exchanged(front, { id: vera.id, secret: vera.secret });
  const created = await vera.ask(`POST ${myTokens}`, { name: 'Build server', scope }, bearer);
  expect(created.status).toBe(200);
  expect(created.body).toEqual({
    first: {
      id: expect.stringMatching(/^[\w-]{22}$/) as string,
      name: 'Build server',
      profile: { id: vera.fixture.person.id },
      scope,
      created: anyDate,
    },
    second: expect.stringMatching(/^td_pat_\w{49}$/) as string,
  });
  const { id: made } = firstOf(created);
  const works = await vera.ask('GET /permissions?$fields=deps', undefined, secretOf(created));
  expect(works.status).toBe(200);

  const list = await vera.listed('', bearer);
  expect([list.next, list.totalCount]).toEqual(['2', 2]);
  expect(list.data.map((each) => each.name)).toEqual(['Build server', 'first']);
  expect(list.data[0]).toMatchObject({ id: made, scope });

  const patched = await vera.ask(`PATCH ${myTokens}/${made}`, { name: 'Builder' }, bearer);
  expect([patched.status, patched.text]).toEqual([200, '']);
  expect((await vera.listed('', bearer)).data[0]).toMatchObject({ id: made, name: 'Builder', scope });

  const gone = await vera.ask(`DELETE ${myTokens}/${made}`, undefined, bearer);
  expect([gone.status, gone.text]).toEqual([200, '']);
  expect((await vera.ask('GET /permissions', undefined, secretOf(created))).status).toBe(401);
  expect((await vera.listed('', bearer)).data.map((each) => each.id)).toEqual([vera.id]);
  expect((await vera.ask(`DELETE ${myTokens}/${made}`, undefined, bearer)).status).toBe(404);
});

describe('creating', () => {
  it('takes an end as an instant, with an offset, or as a day that it is valid through', async () => {
    for (const [expires, iso] of [
      ['2099-12-24T18:00:00.000Z', '2099-12-24T18:00:00.000Z'],
      ['2099-12-24T18:00:00+02:00', '2099-12-24T16:00:00.000Z'],
      ['2099-12-24', '2099-12-25T00:00:00.000Z'],
    ]) {
      const answer = await vera.ask(`POST ${myTokens}`, { name: 'ending', scope: '**', expires });
      expect(firstOf(answer).expires).toEqual({ iso, timestamp: Date.parse(iso ?? '') });
    }
    const never = await vera.ask(`POST ${myTokens}`, { name: 'never', scope: '**', expires: null });
    expect(firstOf(never)).not.toHaveProperty('expires');
  });

  it('AZ-4 ends with its maker where no end is given, also through an access token', async () => {
    const end = new Date(Date.now() + 86_400_000);
    const maker = await tokenFixture(vera.fixture, { expiry: end.toISOString() });
    const bearer = await exchanged(front, { id: maker.token.id, secret: maker.secret });
    for (const by of [maker.secret, bearer]) {
      const answer = await vera.ask(`POST ${myTokens}`, { name: 'ending', scope: '**' }, by);
      expect(firstOf(answer).expires).toEqual({ iso: end.toISOString(), timestamp: end.getTime() });
      const never = await vera.ask(`POST ${myTokens}`, { name: 'never', scope: '**', expires: null }, by);
      expect(never.status).toBe(403);
    }
  });

  it('names a project by its id and prints it by its key', async () => {
    const projectId = (await findProject('shop'))?.id ?? '';
    const answer = await vera.ask(`POST ${myTokens}`, {
      name: 'x',
      scope: `project:id:${projectId}:${stop}`,
    });
    expect(firstOf(answer).scope).toBe(scope);
  });

  it.each([
    ['no name', { scope }],
    ['an empty name', { name: ' ', scope }],
    ['a name of two lines', { name: 'a\r\nX-Evil: 1', scope }],
    ['a long name', { name: 'x'.repeat(256), scope }],
    ['a name that is none', { name: 7, scope }],
    ['no scope', { name: 'x' }],
    ['an empty scope', { name: 'x', scope: '' }],
    ['a scope that is none', { name: 'x', scope: 'everything' }],
    ['an unknown permission', { name: 'x', scope: 'project:key:shop:environment.control.Fly' }],
    ['an unknown project', { name: 'x', scope: `project:key:nowhere:${stop}` }],
    ['an end that has passed', { name: 'x', scope, expires: '2001-01-01' }],
    ['an end that is no day', { name: 'x', scope, expires: '2099-02-30' }],
    ['an end in another notation', { name: 'x', scope, expires: '24-12-2099' }],
    ['an end beyond the calendar', { name: 'x', scope, expires: '9999-12-31T23:59:59-12:00' }],
    ['AZ-5 a read-only member', { name: 'x', scope, id: 'A'.repeat(22) }],
    ['AZ-5 another vera.fixture', { name: 'x', scope, profile: { id: 'someone' } }],
    ['a list', []],
    ['null', null],
    ['nothing', ''],
    ['no JSON', '{"name":'],
    ['JSON that is deep', '['.repeat(100) + ']'.repeat(100)],
  ])('refuses %s with validation-error, and makes nothing', async (_what, data) => {
    const answer = await vera.ask(`POST ${myTokens}`, data === '' ? ' ' : data);
    expect([answer.status, (answer.body as { error: string }).error]).toEqual([400, 'validation-error']);
    expect((answer.body as { error_description: string }).error_description).not.toBe('');
    expect((await vera.listed()).totalCount).toBe(1);
  });

  it('selects of the answer what $fields names, and refuses a malformed one before anything is made', async () => {
    const fields = '$fields=first(id,name,scope),second';
    const answer = await vera.ask(`POST ${myTokens}?${fields}`, { name: 'x', scope });
    expect(Object.keys(answer.body as object)).toEqual(['first', 'second']);
    expect(Object.keys(firstOf(answer))).toEqual(['id', 'name', 'scope']);
    const refused = await vera.ask(`POST ${myTokens}?$fields=first(id`, { name: 'x', scope });
    expect(refused.status).toBe(400);
    expect((await vera.listed()).totalCount).toBe(2);
  });
});
