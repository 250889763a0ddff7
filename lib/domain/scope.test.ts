import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { projectContext } from './context';
import type { Access } from './grant';
import { contextOf, parseScope, printScope } from './scope';

const catalog = currentCatalog();
const projectId = 'K7mQ2vX9bT4nR8sW1yZ3aA';
const keyOfProject = (id: string) => (id === projectId ? 'shop' : null);
const parse = (text: string) => parseScope(text, keyOfProject);
const accessOf = (text: string): Access => {
  const parsed = parse(text);
  if (!parsed.isScope) throw new Error(parsed.problem);
  return parsed.access;
};

const word = (first: string, rest: string, max: number) =>
  fc
    .tuple(
      fc.constantFrom(...first),
      fc.string({ unit: fc.constantFrom(...rest), minLength: 0, maxLength: max }),
    )
    .map((parts) => parts.join(''));
const lower = 'abcdefghijklmnopqrstuvwxyz';
const any = `${lower}${lower.toUpperCase()}`;
const keys = word(lower, `${lower}0123456789-`, 39);
const codes = fc.oneof(
  fc.constantFrom(...catalog.byCode.keys()),
  fc
    .tuple(
      word(lower, `${lower}0123456789-`, 8),
      word(any, `${any}0123456789_-`, 8),
      word(any, `${any}_-`, 8),
    )
    .map((parts) => parts.join('.')),
);
const contexts = fc.oneof(fc.constant('global'), keys.map(projectContext));
const entries = fc.uniqueArray(
  fc.record({
    context: contexts,
    permissions: fc.uniqueArray(codes, { minLength: 1, maxLength: 12 }),
  }),
  { selector: (entry) => entry.context, minLength: 1, maxLength: 50 },
);
const accesses: fc.Arbitrary<Access> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: 'full' as const }) },
  { weight: 20, arbitrary: entries.map((each) => ({ kind: 'limited' as const, entries: each })) },
);
const sorted = (text: string) => [...new Set(text.split(' ').filter((item) => item !== ''))].sort().join(' ');

describe('a scope string', () => {
  it('says an access of picked permissions without loss: parse after print changes nothing', () => {
    fc.assert(
      fc.property(accesses, (access) => {
        expect(accessOf(printScope(access, catalog))).toEqual(access);
      }),
      { numRuns: 2_000 },
    );
  });

  it('comes back the same but for order: print after parse adds nothing and leaves nothing out', () => {
    const items = fc.tuple(contexts, codes).map(([context, code]) => {
      const key = context === 'global' ? context : context.replace('project:', 'project:key:');
      return `${key}:${code}`;
    });
    const texts = fc
      .array(items, { minLength: 1, maxLength: 30 })
      .map((list) => list.join(' '))
      .filter(
        (text) => new Set(text.split(' ').map((item) => item.slice(0, item.lastIndexOf(':')))).size <= 50,
      );
    fc.assert(
      fc.property(texts, (text) => {
        expect(sorted(printScope(accessOf(text), catalog))).toBe(sorted(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, and what it refuses it refuses with a sentence', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const parsed = parse(text);
        if (!parsed.isScope) expect(parsed.problem).toMatch(/^\S.*\.$/s);
      }),
      { numRuns: 5_000 },
    );
  });

  it('prints a permission set as its members', () => {
    const text = printScope(
      { kind: 'limited', entries: [{ context: 'project:shop', set: 'Maven Plugin' }] },
      catalog,
    );
    expect(text.split(' ')).toHaveLength(catalog.sets.get('Maven Plugin')?.size ?? 0);
    expect(text).toContain('project:key:shop:environment.file.Upload');
  });

  it('means the same project by its id as by its key, and is printed with the key', () => {
    const access = accessOf(`project:id:${projectId}:environment.control.StopEnv`);
    expect(access).toEqual(accessOf('project:key:shop:environment.control.StopEnv'));
    expect(printScope(access, catalog)).toBe('project:key:shop:environment.control.StopEnv');
  });

  it.each([
    ['nothing', ''],
    ['spaces alone', '    '],
    ['full access with company', '** global:environment.control.StopEnv'],
    ['half of full access', '*'],
    ['a pattern', 'global:environment.*'],
    ['a permission without a context', 'environment.control.StopEnv'],
    ['a context without a permission', 'global:'],
    ['an unknown kind of context', 'team:key:shop:environment.control.StopEnv'],
    ['a project without key or id', 'project:shop:environment.control.StopEnv'],
    ['an upper-case key', 'project:key:SHOP:environment.control.StopEnv'],
    ['an unknown project id', 'project:id:nobody:environment.control.StopEnv'],
    ['a project id where a key is due', `project:key:${projectId}:environment.control.StopEnv`],
    ['a key that climbs', 'project:key:../shop:environment.control.StopEnv'],
    ['two contexts in one', 'project:key:shop:project:key:annex:environment.control.StopEnv'],
    ['global with a key', 'global:key:shop:environment.control.StopEnv'],
    ['a line break', 'global:environment.control.StopEnv\nglobal:environment.control.GetEnvs'],
    ['a tab', 'global:environment.control.StopEnv\tglobal:environment.control.GetEnvs'],
    ['NUL', 'global:environment.control.StopEnv\0'],
    ['letters that look alike', 'glоbal:environment.control.StopEnv'],
    ['a code of 200 characters', `global:environment.control.${'x'.repeat(200)}`],
    ['an own name of objects', 'global:__proto__'],
    [
      '51 projects',
      Array.from({ length: 51 }, (_, n) => `project:key:p${n}:environment.control.StopEnv`).join(' '),
    ],
    ['more than is read', 'global:environment.control.StopEnv '.repeat(3_000)],
  ])('refuses %s', (_what, text) => {
    const parsed = parse(text);
    expect(parsed.isScope).toBe(false);
    if (!parsed.isScope) expect(parsed.problem.length).toBeLessThan(160);
  });
});

it('a context is split from its permission at the last colon', () => {
  expect(contextOf('project:key:shop', keyOfProject)).toBe('project:shop');
  expect(contextOf(`project:id:${projectId}`, keyOfProject)).toBe('project:shop');
  expect(contextOf('project:key:shop:x', keyOfProject)).toBeNull();
});
