import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  anyDate,
  codecanvasOwner,
  exchanged,
  firstOf,
  myTokens,
  secretOf,
  type CodeCanvasOwner,
} from '@/tests/support/codecanvas';
import { createPersonFixture, createProjectFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, manyTokensFixture, tokenFixture } from '@/tests/support/tokens';

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

describe('listing', () => {
  it('pages by $skip and $top until nothing is left, newest first', async () => {
    await manyTokensFixture(vera.fixture, 250);
    const seen: string[] = [];
    let next = '0';
    for (;;) {
      const page = await vera.listed(`?$skip=${next}`);
      expect(page.totalCount).toBe(251);
      if (page.data.length === 0) break;
      seen.push(...page.data.map((each) => each.name));
      next = page.next;
    }
    expect([seen.length, seen[0], seen[250]]).toEqual([251, 'token 249', 'first']);
    expect((await vera.listed('?$top=3&$skip=2')).data.map((each) => each.name)).toEqual([
      'token 247',
      'token 246',
      'token 245',
    ]);
    expect((await vera.listed('?$top=999999&$skip=250')).data).toHaveLength(1);
  });

  it('says when, from where and by what a token was last used', async () => {
    await vera.ask('GET /permissions?$fields=deps');
    await expect
      .poll(async () => (await vera.listed()).data[0]?.lastAccess, { timeout: 5_000 })
      .toEqual({ time: anyDate, address: '127.0.0.1', userAgent: '' });
  });

  it('prints a permission set as its members', async () => {
    const access = { kind: 'limited' as const, entries: [{ context: 'project:shop', set: 'Maven Plugin' }] };
    await tokenFixture(vera.fixture, { access });
    const [newest] = (await vera.listed('?$top=1&$fields=data(scope)')).data;
    expect(Object.keys(newest ?? {})).toEqual(['scope']);
    expect(newest?.scope.split(' ')).toContain('project:key:shop:environment.file.Upload');
  });

  it('TOK-6 never says a secret', async () => {
    const created = await vera.ask(`POST ${myTokens}`, { name: 'x', scope });
    const { text } = await vera.ask(`GET ${myTokens}`);
    expect(text).not.toContain(secretOf(created).slice(7, 20));
    expect(text).not.toContain('second');
  });

  it.each(['?$skip=-1', '?$skip=x', '?$top=1.5', '?$top=1&$top=2', '?$fields=a('])(
    'refuses %s',
    async (query) => {
      expect((await vera.ask(`GET ${myTokens}${query}`)).status).toBe(400);
    },
  );
});

describe('changing', () => {
  it('keeps what is absent, one member at a time', async () => {
    const made = await vera.ask(`POST ${myTokens}`, { name: 'x', scope, expires: '2099-12-24' });
    const { id: made1, expires } = firstOf(made);
    const now = async () =>
      (await vera.listed('?$fields=data(id,name,scope,expires)')).data.find((each) => each.id === made1);
    await vera.ask(`PATCH ${myTokens}/${made1}`, { name: 'y' });
    expect(await now()).toEqual({ id: made1, name: 'y', scope, expires });
    await vera.ask(`PATCH ${myTokens}/${made1}`, { scope: '**' });
    expect(await now()).toEqual({ id: made1, name: 'y', scope: '**', expires });
    await vera.ask(`PATCH ${myTokens}/${made1}`, { expires: null });
    expect(await now()).toEqual({ id: made1, name: 'y', scope: '**' });
    expect((await vera.ask('GET /permissions?$fields=deps', undefined, secretOf(made))).status).toBe(200);
  });

  it.each([
    ['an unknown member', { created: 1 }],
    ['a scope that is none', { scope: 'x' }],
    ['an empty name', { name: '' }],
  ])('refuses %s and changes nothing', async (_what, data) => {
    const before = (await vera.listed('?$fields=data(name,scope)')).data;
    expect((await vera.ask(`PATCH ${myTokens}/${vera.id}`, data)).status).toBe(400);
    expect((await vera.listed('?$fields=data(name,scope)')).data).toEqual(before);
  });
});

describe('the token that presents itself', () => {
  const current = `DELETE ${myTokens}/current`;
  it('ends itself, whatever it holds', async () => {
    const limited = await tokenFixture(vera.fixture, { access: limitedTo('project:shop', stop) });
    expect((await vera.ask(current, undefined, limited.secret)).status).toBe(200);
    expect((await vera.ask(current, undefined, limited.secret)).status).toBe(401);
    expect((await vera.listed()).data.map((each) => each.id)).toEqual([vera.id]);
  });

  it('is ended through an access token that holds the same, and through a narrowed one that may', async () => {
    const limited = await tokenFixture(vera.fixture, { access: limitedTo('project:shop', stop) });
    const whole = await exchanged(front, { id: limited.token.id, secret: limited.secret });
    expect((await vera.ask(current, undefined, whole)).status).toBe(200);
    expect((await vera.ask('GET /permissions', undefined, limited.secret)).status).toBe(401);
    const narrowed = await exchanged(front, { id: vera.id, secret: vera.secret }, scope);
    expect((await vera.ask(current, undefined, narrowed)).status).toBe(403);
    const remover = await exchanged(
      front,
      { id: vera.id, secret: vera.secret },
      'global:users.authentication.DeleteTokens',
    );
    expect((await vera.ask(current, undefined, remover)).status).toBe(200);
    expect((await vera.ask('GET /permissions')).status).toBe(401);
  });

  it('is nobody else’s', async () => {
    const other = await createPersonFixture({ name: 'Other', roles: [] });
    const path = current.replace('/me/', `/id:${other.person.id}/`);
    expect((await vera.ask(path)).status).toBe(403);
    expect((await vera.listed()).totalCount).toBe(1);
  });
});
