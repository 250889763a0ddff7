import { describe, expect, test } from 'vitest';
import type { Access, GrantEntry } from '@/lib/domain/grant';
import { powerOf } from '@/lib/domain/grant';
import type { Rights } from '@/lib/domain/rights';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { placeMethods, placeSet, type Maker } from './place-access';

const catalog = currentCatalog();
const [getEnvs, stopEnv] = ['environment.control.GetEnvs', 'environment.control.StopEnv'];
const picked = (context: string, ...permissions: string[]): GrantEntry => ({ context, permissions });
const limited = (...entries: GrantEntry[]): Access => ({ kind: 'limited', entries });
const full: Access = { kind: 'full' };
const everywhere: Rights = [{ context: 'global', patterns: ['*'] }];
const inProjects: Rights = [
  { context: 'global', patterns: ['users.*'] },
  { context: 'project:shop', patterns: ['environment.*'] },
  { context: 'project:annex', patterns: [getEnvs] },
];
const maker = (access: Access, ownerRights: Rights): Maker => ({
  access,
  power: powerOf(access, catalog),
  ownerRights,
  catalog,
});
const place = (codes: string[], by: Maker, before: Access | null = null) => {
  const placed = placeMethods(codes, by, before);
  return placed.isPlaced ? placed.access : placed.homeless;
};

describe('a new token', () => {
  test.each<[string, Maker, string[], Access | string[]]>([
    ['where it is held: everywhere', maker(full, everywhere), [stopEnv], limited(picked('global', stopEnv))],
    [
      'in each project where it is held',
      maker(full, inProjects),
      [getEnvs, stopEnv],
      limited(picked('project:annex', getEnvs), picked('project:shop', getEnvs, stopEnv)),
    ],
    [
      'where its limited maker holds it',
      maker(limited(picked('project:shop', stopEnv)), everywhere),
      [stopEnv],
      limited(picked('project:shop', stopEnv)),
    ],
    [
      'nowhere, when maker and owner hold it in different projects',
      maker(limited(picked('project:annex', stopEnv)), inProjects),
      [stopEnv],
      [stopEnv],
    ],
  ])('TOK-9 holds a method %s', (_where, by, codes, expected) => {
    expect(place(codes, by)).toEqual(expected);
  });
});

describe('an edit', () => {
  const before = limited(picked('project:shop', stopEnv));
  test.each<[string, string[], Access]>([
    ['keeps a method in its project', [stopEnv], before],
    ['adds one in that project', [stopEnv, getEnvs], limited(picked('project:shop', stopEnv, getEnvs))],
  ])('TOK-9 %s, though its maker holds it everywhere', (_what, codes, expected) => {
    expect(place(codes, maker(full, everywhere), before)).toEqual(expected);
  });

  test('TOK-9 refuses what is not held in the projects of the token, and keeps a set there', () => {
    const inAnnex = limited(picked('project:annex', getEnvs));
    expect(place([getEnvs, stopEnv], maker(full, inProjects), inAnnex)).toEqual([stopEnv]);
    expect(placeSet('Marketplace', maker(full, everywhere), before)).toEqual(
      limited({ context: 'project:shop', set: 'Marketplace' }),
    );
  });
});

test('a set is everywhere, as it gives no more than is held; of a limited maker where that maker holds it', () => {
  expect(placeSet('Marketplace', maker(full, inProjects), null)).toEqual(
    limited({ context: 'global', set: 'Marketplace' }),
  );
  const holder = limited({ context: 'project:shop', set: 'Marketplace' });
  expect(placeSet('Marketplace', maker(holder, everywhere), null)).toEqual(holder);
});
