import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codecanvas, exchanged, myTokens, type CodeCanvasAnswer } from '@/tests/support/codecanvas';
import { createPersonFixture, createProjectFixture, type PersonFixture } from '@/tests/support/desk';
import { doorFixture, type DoorFixture } from '@/tests/support/door';
import { limitedTo, manyTokensFixture, tokenFixture } from '@/tests/support/tokens';

const stop = 'environment.control.StopEnv';
const scope = `project:key:shop:${stop}`;
let front: DoorFixture;
let owner: PersonFixture;
let secret: string;
let id: string;
beforeAll(async () => {
  front = await doorFixture();
  await createProjectFixture('shop');
});
afterAll(() => front.close());
beforeEach(async () => {
  owner = await createPersonFixture({
    name: 'Vera van Blum',
    roles: [
      { role: 'member', context: 'global' },
      { role: 'project-admin', context: 'project:shop' },
    ],
  });
  const made = await tokenFixture(owner, { description: 'first' });
  [id, secret] = [made.token.id, made.secret];
});

const ask = (request: string, data?: unknown, by = secret) => codecanvas(front, by, request, data);
interface Listed {
  next: string;
  totalCount: number;
  data: { id: string; name: string; scope: string; expires?: unknown; lastAccess?: unknown }[];
}
const listed = async (query = '', by = secret) =>
  (await ask(`GET ${myTokens}${query}`, undefined, by)).body as Listed;
const firstOf = ({ body }: CodeCanvasAnswer) =>
  (body as { first: { id: string; scope: string; expires?: unknown } }).first;
const secretOf = ({ body }: CodeCanvasAnswer) => (body as { second: string }).second;
const date = { iso: expect.any(String) as string, timestamp: expect.any(Number) as number };

describe('listing', () => {
  it('pages by $skip and $top until nothing is left, newest first', async () => {
    await manyTokensFixture(owner, 250);
    const seen: string[] = [];
    let next = '0';
    for (;;) {
      const page = await listed(`?$skip=${next}`);
      expect(page.totalCount).toBe(251);
      if (page.data.length === 0) break;
      seen.push(...page.data.map((each) => each.name));
      next = page.next;
    }
    expect([seen.length, seen[0], seen[250]]).toEqual([251, 'token 249', 'first']);
    expect((await listed('?$top=3&$skip=2')).data.map((each) => each.name)).toEqual([
      'token 247',
      'token 246',
      'token 245',
    ]);
    expect((await listed('?$top=999999&$skip=250')).data).toHaveLength(1);
  });

  it('says when, from where and by what a token was last used', async () => {
    await ask('GET /permissions?$fields=deps');
    await expect
      .poll(async () => (await listed()).data[0]?.lastAccess, { timeout: 5_000 })
      .toEqual({ time: date, address: '127.0.0.1', userAgent: '' });
  });

  it('prints a permission set as its members', async () => {
    const access = { kind: 'limited' as const, entries: [{ context: 'project:shop', set: 'Maven Plugin' }] };
    await tokenFixture(owner, { access });
    const [newest] = (await listed('?$top=1&$fields=data(scope)')).data;
    expect(Object.keys(newest ?? {})).toEqual(['scope']);
    expect(newest?.scope.split(' ')).toContain('project:key:shop:environment.file.Upload');
  });

  it('TOK-6 never says a secret', async () => {
    const created = await ask(`POST ${myTokens}`, { name: 'x', scope });
    const { text } = await ask(`GET ${myTokens}`);
    expect(text).not.toContain(secretOf(created).slice(7, 20));
    expect(text).not.toContain('second');
  });

  it.each(['?$skip=-1', '?$skip=x', '?$top=1.5', '?$top=1&$top=2', '?$fields=a('])(
    'refuses %s',
    async (query) => {
      expect((await ask(`GET ${myTokens}${query}`)).status).toBe(400);
    },
  );
});

describe('changing', () => {
  it('keeps what is absent, one member at a time', async () => {
    const made = await ask(`POST ${myTokens}`, { name: 'x', scope, expires: '2099-12-24' });
    const { id: made1, expires } = firstOf(made);
    const now = async () =>
      (await listed('?$fields=data(id,name,scope,expires)')).data.find((each) => each.id === made1);
    await ask(`PATCH ${myTokens}/${made1}`, { name: 'y' });
    expect(await now()).toEqual({ id: made1, name: 'y', scope, expires });
    await ask(`PATCH ${myTokens}/${made1}`, { scope: '**' });
    expect(await now()).toEqual({ id: made1, name: 'y', scope: '**', expires });
    await ask(`PATCH ${myTokens}/${made1}`, { expires: null });
    expect(await now()).toEqual({ id: made1, name: 'y', scope: '**' });
    expect((await ask('GET /permissions?$fields=deps', undefined, secretOf(made))).status).toBe(200);
  });

  it.each([
    ['an unknown member', { created: 1 }],
    ['a scope that is none', { scope: 'x' }],
    ['an empty name', { name: '' }],
  ])('refuses %s and changes nothing', async (_what, data) => {
    const before = (await listed('?$fields=data(name,scope)')).data;
    expect((await ask(`PATCH ${myTokens}/${id}`, data)).status).toBe(400);
    expect((await listed('?$fields=data(name,scope)')).data).toEqual(before);
  });
});

describe('the token that presents itself', () => {
  const current = `DELETE ${myTokens}/current`;
  it('ends itself, whatever it holds', async () => {
    const limited = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    expect((await ask(current, undefined, limited.secret)).status).toBe(200);
    expect((await ask(current, undefined, limited.secret)).status).toBe(401);
    expect((await listed()).data.map((each) => each.id)).toEqual([id]);
  });

  it('is ended through an access token that holds the same, and through a narrowed one that may', async () => {
    const limited = await tokenFixture(owner, { access: limitedTo('project:shop', stop) });
    const whole = await exchanged(front, { id: limited.token.id, secret: limited.secret });
    expect((await ask(current, undefined, whole)).status).toBe(200);
    expect((await ask('GET /permissions', undefined, limited.secret)).status).toBe(401);
    const narrowed = await exchanged(front, { id, secret }, scope);
    expect((await ask(current, undefined, narrowed)).status).toBe(403);
    const remover = await exchanged(front, { id, secret }, 'global:users.authentication.DeleteTokens');
    expect((await ask(current, undefined, remover)).status).toBe(200);
    expect((await ask('GET /permissions')).status).toBe(401);
  });

  it('is nobody else’s', async () => {
    const other = await createPersonFixture({ name: 'Other', roles: [] });
    const path = current.replace('/me/', `/id:${other.person.id}/`);
    expect((await ask(path)).status).toBe(403);
    expect((await listed()).totalCount).toBe(1);
  });
});
