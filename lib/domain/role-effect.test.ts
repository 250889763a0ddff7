import { expect, test } from 'vitest';
import { createCatalog } from './catalog';
import { powerOf, type Access } from './grant';
import { addedPatterns, beyondGiving, matchedBy, patternsHeldEverywhere, tokenEffect } from './role-effect';
import type { Rights } from './rights';

const codes = ['env.control.Start', 'env.control.Stop', 'env.file.Read', 'shop.cart.Open'];
const catalog = createCatalog({
  contextTypes: [],
  operations: codes.map((code) => ({
    code,
    summary: code,
    phrase: code,
    reach: 'reads',
    contextType: 'project',
    docs: '/docs',
    parameters: [],
  })),
  permissionSets: [{ name: 'Runner', summary: 'Runs', include: ['env.control.*'], exclude: [] }],
});

const held = (context: string, ...patterns: string[]): Rights => [{ context, patterns }];
const picked = (context: string, ...permissions: string[]): Access => ({
  kind: 'limited',
  entries: [{ context, permissions }],
});

const cases: {
  name: string;
  access: Access;
  before: Rights;
  after: Rights;
  lost: string[];
  gained: string[];
}[] = [
  {
    name: 'a permission taken from the role is lost where it was granted',
    access: picked('project:shop', 'env.control.Start', 'env.control.Stop'),
    before: held('project:shop', 'env.control.*'),
    after: held('project:shop', 'env.control.Start'),
    lost: ['env.control.Stop project:shop'],
    gained: [],
  },
  {
    name: 'a withdrawn permission works again',
    access: picked('project:shop', 'env.file.Read'),
    before: held('project:shop', 'env.control.*'),
    after: held('project:shop', 'env.*'),
    lost: [],
    gained: ['env.file.Read project:shop'],
  },
  {
    name: 'a grant in global reaches exactly where its owner holds it',
    access: picked('global', 'env.control.Stop'),
    before: [...held('project:shop', 'env.*'), ...held('project:docs', 'env.control.Stop')],
    after: [...held('project:shop', 'env.file.*'), ...held('project:docs', 'env.control.Stop')],
    lost: ['env.control.Stop project:shop'],
    gained: [],
  },
  {
    name: 'what another role still gives is not lost',
    access: picked('project:shop', 'env.control.Stop'),
    before: [...held('project:shop', 'env.*'), ...held('global', 'env.control.Stop')],
    after: [...held('project:shop', 'env.file.*'), ...held('global', 'env.control.Stop')],
    lost: [],
    gained: [],
  },
  {
    name: 'from everywhere to one project loses everywhere',
    access: picked('global', 'env.control.Stop'),
    before: [...held('global', 'env.*'), ...held('project:shop', 'env.*')],
    after: [...held('global', 'env.file.*'), ...held('project:shop', 'env.*')],
    lost: ['env.control.Stop global'],
    gained: [],
  },
  {
    name: 'a named set loses and gains as hand picks do',
    access: { kind: 'limited', entries: [{ context: 'project:shop', set: 'Runner' }] },
    before: held('project:shop', 'env.control.Start'),
    after: held('project:shop', 'env.control.Stop'),
    lost: ['env.control.Start project:shop'],
    gained: ['env.control.Stop project:shop'],
  },
  {
    name: 'what the token does not hold changes nothing',
    access: picked('project:shop', 'env.control.Start'),
    before: held('project:shop', '*'),
    after: held('project:shop', 'env.control.*'),
    lost: [],
    gained: [],
  },
  {
    name: 'full access names no grant',
    access: { kind: 'full' },
    before: held('global', '*'),
    after: held('global', 'env.*'),
    lost: [],
    gained: [],
  },
];

test.each(cases)('TOK-9 preview: $name', ({ access, before, after, lost, gained }) => {
  const effect = tokenEffect(powerOf(access, catalog), before, after, catalog);
  const words = (grants: typeof effect.lost) =>
    grants.map(({ permission, context }) => `${permission} ${context}`);
  expect({ lost: words(effect.lost), gained: words(effect.gained) }).toEqual({ lost, gained });
});

test('a pattern within a former one adds nothing', () => {
  expect(addedPatterns(['env.*'], ['env.control.*', 'env.file.Read', 'shop.*'])).toEqual(['shop.*']);
  expect(addedPatterns(['env.control.Start'], ['env.control.*'])).toEqual(['env.control.*']);
});

test('AZ-4 nobody puts into a role what they do not hold everywhere, and a limited token no wildcard', () => {
  const rights = [...held('global', 'env.control.*'), ...held('project:shop', '*')];
  const wanted = ['env.control.Stop', 'env.control.*', 'env.*', 'shop.cart.Open', '*'];
  expect(beyondGiving(wanted, rights, { kind: 'full' })).toEqual(['env.*', 'shop.cart.Open', '*']);
  const power = powerOf(picked('global', 'env.control.Stop'), catalog);
  expect(beyondGiving(wanted, rights, power)).toEqual(['env.control.*', 'env.*', 'shop.cart.Open', '*']);
  const inProject = powerOf(picked('project:shop', 'env.control.Stop'), catalog);
  expect(beyondGiving(['env.control.Stop'], rights, inProject)).toEqual(['env.control.Stop']);
  expect(patternsHeldEverywhere(rights)).toEqual(['env.control.*']);
});

test('patterns match operations of the catalog, and those that match none are told apart', () => {
  expect(matchedBy(['env.control.*', 'env.file.Read', 'billing.*', 'env.control.Sleep'], catalog)).toEqual({
    codes: ['env.control.Start', 'env.control.Stop', 'env.file.Read'],
    unmatched: ['billing.*', 'env.control.Sleep'],
  });
});
